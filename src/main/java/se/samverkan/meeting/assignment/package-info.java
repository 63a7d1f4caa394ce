/** Assignments between meetings: who does what by when, how it went, and what waits. */
@NullMarked
package se.samverkan.meeting.assignment;

import org.jspecify.annotations.NullMarked;
