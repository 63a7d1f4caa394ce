package se.samverkan.survey.idea;

/**
 * A group of ideas.
 *
 * @param votes how many votes it has got
 */
record IdeaGroup(long id, String name, int votes) {}
