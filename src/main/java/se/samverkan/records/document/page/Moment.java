package se.samverkan.records.document.page;

import java.time.Instant;
import java.util.List;

/**
 * A moment in the life of a document.
 *
 * @param key the sentence's key under {@code document.life}
 * @param details what is put into it
 * @param words what somebody wrote then, empty where nothing
 */
record Moment(Instant at, String key, List<Object> details, String words) {}
