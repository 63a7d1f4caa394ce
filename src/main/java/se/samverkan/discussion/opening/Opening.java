package se.samverkan.discussion.opening;

import java.time.LocalDate;

/** That a record is open to somebody of the other side until a day. */
public record Opening(long id, long person, String name, LocalDate until) {}
