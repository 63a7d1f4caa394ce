/** The page of what must be done by the reader, and the number in the menu. It stands on the room's own doors. */
@NullMarked
package se.samverkan.notice.todo;

import org.jspecify.annotations.NullMarked;
