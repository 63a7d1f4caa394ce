package se.samverkan.survey.collect;

import java.util.UUID;

/**
 * What somebody wrote in own words. It tells nothing of who it was, and lies apart from what the same person chose.
 *
 * @param question the key of the question
 * @param number the version of the questions that it was written on
 */
record Voice(UUID id, String question, int number, String words) {}
