/** What is said and decided in a meeting: its agenda, its notes, who came, and that it is closed. */
@NullMarked
package se.samverkan.meeting.minutes;

import org.jspecify.annotations.NullMarked;
