package se.samverkan.survey.idea;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wrote.
 *
 * @param group the id of the group that it has been put into
 */
record Idea(UUID id, String words, Optional<Long> group) {}
