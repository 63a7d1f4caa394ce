package se.samverkan.reporting.publication.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * News that have been released.
 *
 * @param sender who speaks: the organiser, its unit or an office
 * @param ofOrganiser whether the sender has a page of its own among those who take part
 */
record NewsItem(long id, String sender, String senderKey, boolean ofOrganiser, String title, String words, Instant at) {

    private static final int SHORT = 240;

    String address() {
        return "/public/news/" + id;
    }

    /** The paragraphs, parted where a line is empty. */
    List<String> paragraphs() {
        return Stream.of(words.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The beginning, for a list. */
    String beginning() {
        String first = paragraphs().isEmpty() ? "" : paragraphs().getFirst();
        return first.length() > SHORT ? first.substring(0, SHORT - 1) + "…" : first;
    }
}
