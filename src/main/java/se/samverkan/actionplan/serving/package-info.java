/**
 * How the plans of units serve the plan of their organiser: which area or goal serves which, and where the two say different
 * things. It stands on {@code content}.
 */
@NullMarked
package se.samverkan.actionplan.serving;

import org.jspecify.annotations.NullMarked;
