/**
 * The pages of a case (where it is, what is due, who has the ball, what happened, what is loose), the list of cases, and the
 * forms by which its course is changed. It stands on {@code course}; other parts put panels, signals and marks on the page.
 */
@NullMarked
package se.samverkan.partnership.overview;

import org.jspecify.annotations.NullMarked;
