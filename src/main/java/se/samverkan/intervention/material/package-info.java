/** The material of an occasion: what was handed out, as files that whoever reads the occasion takes away. */
@NullMarked
package se.samverkan.intervention.material;

import org.jspecify.annotations.NullMarked;
