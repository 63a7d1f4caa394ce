/** When meetings are and who is invited: proposed from the variant's series, moved, cancelled, told by mail and calendar. */
@NullMarked
package se.samverkan.meeting.plan;

import org.jspecify.annotations.NullMarked;
