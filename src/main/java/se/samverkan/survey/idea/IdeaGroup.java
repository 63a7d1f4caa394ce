package se.samverkan.survey.idea;

/**
 * A group of ideas.
 *
 * @param votes how many votes it has got
 */
public record IdeaGroup(long id, String name, int votes) {}
