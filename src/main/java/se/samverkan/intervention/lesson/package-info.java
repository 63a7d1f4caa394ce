/** The exchange of experience: what a unit or a provider has learned, who may read it, and how the others find it. */
@NamedInterface("lesson")
@NullMarked
package se.samverkan.intervention.lesson;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
