package se.samverkan.reporting.publication.page;

import java.time.Instant;
import se.samverkan.reporting.publication.LessonText;

/** A lesson that has been released, by whoever learned it. */
record LearnedItem(long id, String teller, String title, LessonText text, Instant at) {

    String address() {
        return "/public/lessons/" + id;
    }
}
