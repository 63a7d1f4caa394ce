/**
 * Idea rounds (idérundor): everybody in a meeting writes causes or suggestions by phone, the leader groups them, all vote. It
 * stands on {@code question} and {@code collect}.
 */
@NullMarked
package se.samverkan.survey.idea;

import org.jspecify.annotations.NullMarked;
