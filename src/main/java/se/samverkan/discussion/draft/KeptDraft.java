package se.samverkan.discussion.draft;

import java.time.Instant;

/**
 * A form that the actor has written in and not sent.
 *
 * @param form the address that it is sent to, and which of the forms of its page it is
 * @param content the fields and their values, as JSON
 */
record KeptDraft(String form, String content, Instant at) {}
