/** The facilitators' own review of their work: each sees the own cases, the office sees all of them together, without names. */
@NullMarked
package se.samverkan.reporting.review;

import org.jspecify.annotations.NullMarked;
