/**
 * How a record of a room is opened to named people of the other side, who read it and comment on its parts until a day, and never
 * write in it. It knows no room: one says with {@link se.samverkan.discussion.opening.Openable} which of its records can be opened,
 * and keeps the rows and their policies in its own schema.
 */
@NamedInterface("opening")
@NullMarked
package se.samverkan.discussion.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
