package se.samverkan.analysis.review;

import java.util.List;

/** Somebody of the other side to whom an analysis can be opened. */
public record Supporter(long id, String name, List<String> roles) {}
