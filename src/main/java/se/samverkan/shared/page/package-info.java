/** What every page is made with: its words in the reader's language, its frame, and the way to draw a template. */
@NamedInterface("page")
@NullMarked
package se.samverkan.shared.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
