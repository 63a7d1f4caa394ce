package se.samverkan.programme.page;

import java.util.List;
import java.util.Map;
import se.samverkan.programme.file.Difference;
import se.samverkan.shared.page.Words;

/**
 * A difference between two wholes, in words.
 *
 * @param way the way to it
 * @param kind what happened
 * @param before what stood there
 * @param after what stands there now
 */
record ToldDifference(String way, Difference.Kind kind, String before, String after) {

    static List<ToldDifference> of(
            List<Difference> differences, Map<String, Object> before, Map<String, Object> after, Words words) {
        Telling old = new Telling(words, before);
        Telling now = new Telling(words, after);
        return differences.stream()
                .map(each -> new ToldDifference(
                        (each.kind() == Difference.Kind.REMOVED ? old : now).way(each),
                        each.kind(),
                        old.said(each, each.before()),
                        now.said(each, each.after())))
                .toList();
    }
}
