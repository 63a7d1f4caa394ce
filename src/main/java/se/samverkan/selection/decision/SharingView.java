package se.samverkan.selection.decision;

import java.time.Instant;

/**
 * That a decision was shared (delad, expedierad) with the organisers concerned.
 *
 * @param message what was written to them, empty where nothing
 * @param listIsPublic whether anybody may read the list of the draw
 */
record SharingView(String message, boolean listIsPublic, String by, Instant at) {}
