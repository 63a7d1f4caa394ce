package se.samverkan.discussion.opening;

import java.util.List;

/** Somebody of the other side to whom a record can be opened. */
public record Supporter(long id, String name, List<String> roles) {}
