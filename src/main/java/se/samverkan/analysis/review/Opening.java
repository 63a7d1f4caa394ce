package se.samverkan.analysis.review;

import java.time.LocalDate;

/** That an analysis is open to somebody of the other side until a day. */
public record Opening(long id, long person, String name, LocalDate until) {}
