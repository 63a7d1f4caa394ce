/**
 * Engagement (delaktighet): the staff lists of units, and how large a share of the pedagogical staff, and which work teams,
 * took part in each step. It stands on {@code question} and {@code collect}.
 */
@NullMarked
package se.samverkan.survey.engagement;

import org.jspecify.annotations.NullMarked;
