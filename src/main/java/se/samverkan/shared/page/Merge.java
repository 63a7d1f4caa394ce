package se.samverkan.shared.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of a form when somebody else has saved since it was shown: field by field, whoever has changed it counts.
 * Only where both have changed the same field to different things is there something for people to decide.
 *
 * <p>A field that holds text or one choice is compared with what the form showed. Any other field is a set of boxes: what
 * this person ticked is added and what this person unticked is taken away, whatever the other did to other boxes.
 *
 * @param form the form with both people's changes; where they conflict, with this person's own
 * @param conflicts what both have changed
 */
record Merge(SentForm form, List<FormAgain.Conflict> conflicts) {

    /**
     * @param mine the form as it was sent, with what it had shown
     * @param now the form as it would be shown to somebody who comes now
     * @param compared the fields with text or one choice
     */
    static Merge of(SentForm mine, SentForm now, List<Compared> compared) {
        SentForm merged = now.showing(now);
        List<FormAgain.Conflict> conflicts = new ArrayList<>();
        Set<String> sets = new LinkedHashSet<>(now.written());
        sets.addAll(mine.written());
        for (Compared each : compared) {
            String field = each.field();
            sets.remove(field);
            if (isMine(mine, now, field)) {
                merged = merged.with(field, mine.all(field));
            }
            if (isBoth(mine, now, field)) {
                conflicts.add(new FormAgain.Conflict(each, now.text(field), mine.text(field)));
            }
        }
        for (String field : sets) {
            merged = merged.with(field, together(mine, now, field));
        }
        return new Merge(merged.with(SentForm.TOKEN, mine.all(SentForm.TOKEN)), conflicts);
    }

    private static boolean isMine(SentForm mine, SentForm now, String field) {
        return !same(mine.text(field), now.text(field)) && !isUntouched(mine, field, mine.text(field));
    }

    private static boolean isBoth(SentForm mine, SentForm now, String field) {
        return isMine(mine, now, field) && !isUntouched(mine, field, now.text(field));
    }

    /** Whether a value is the one that the form had shown; a form that does not tell has shown nothing. */
    private static boolean isUntouched(SentForm mine, String field, String value) {
        return !mine.seen(field).isEmpty() && same(mine.seen(field).getFirst(), value);
    }

    /** A browser sends every line break as two characters. */
    private static boolean same(String one, String other) {
        return one.replace("\r\n", "\n")
                .strip()
                .equals(other.replace("\r\n", "\n").strip());
    }

    private static List<String> together(SentForm mine, SentForm now, String field) {
        Set<String> ticked = new LinkedHashSet<>(now.all(field));
        mine.seen(field).forEach(box -> {
            if (!mine.all(field).contains(box)) {
                ticked.remove(box);
            }
        });
        mine.all(field).forEach(box -> {
            if (!mine.seen(field).contains(box)) {
                ticked.add(box);
            }
        });
        return List.copyOf(ticked);
    }
}
