package se.samverkan.actionplan.content;

import java.util.List;

/** Somebody at the unit, or of its organiser, who can be responsible for something. */
public record Colleague(long id, String name, List<String> roles) {}
