package se.samverkan.actionplan.review;

import java.time.LocalDate;

/** That a plan is open to somebody of the other side until a day. */
public record PlanOpening(long id, long person, String name, LocalDate until) {}
