package se.samverkan.survey.question;

/** Something that can be chosen; or, in a matrix, something that is asked about. */
public record Choice(String key, Text text) {}
