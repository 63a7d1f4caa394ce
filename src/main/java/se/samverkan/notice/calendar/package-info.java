/** The dated things of one person, at a secret address that the calendars of the person's own devices ask. */
@NullMarked
package se.samverkan.notice.calendar;

import org.jspecify.annotations.NullMarked;
