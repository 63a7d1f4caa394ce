package se.samverkan.intervention.network;

import java.time.Instant;

/**
 * What a network meeting is about, when and where.
 *
 * @param link where it is held at a distance; may be empty, as its place
 */
record NetworkDraft(String title, String words, Instant starts, int minutes, String place, String link) {}
