package se.samverkan.actionplan.review;

import java.util.List;

/** Somebody of the other side to whom a plan can be opened. */
public record PlanSupporter(long id, String name, List<String> roles) {}
