/**
 * What was decided of a plan: by the unit's head, then by the organiser; amendments with their reasons, what they changed, and the
 * documents. It stands on {@code content}.
 */
@NullMarked
package se.samverkan.actionplan.adoption;

import org.jspecify.annotations.NullMarked;
