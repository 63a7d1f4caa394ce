package se.samverkan.reporting.publication.page;

import java.time.Instant;
import se.samverkan.reporting.publication.ResultText;

/** What an evaluation came to, once it has been released. */
record ResultItem(long id, String owner, String title, ResultText text, Instant at) {

    String address() {
        return "/public/results/" + id;
    }
}
