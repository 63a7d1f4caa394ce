package se.samverkan.organisation.keeping;

import java.time.LocalDate;
import java.util.List;
import se.samverkan.organisation.Particulars.Succession;
import se.samverkan.organisation.Particulars.SuccessionKind;
import se.samverkan.shared.Refusal;

/**
 * What one may say of units that came after one another: only a unit that moves is its own successor, a year ahead is as
 * far as is decided, and the same thing is said once.
 */
final class SuccessionRules {

    private static final int YEARS_AHEAD = 1;

    private SuccessionRules() {}

    static void check(
            SuccessionKind kind, String before, String after, LocalDate day, LocalDate today, List<Succession> others) {
        if (before.equals(after) && kind != SuccessionKind.MOVED) {
            throw Refusal.rule("succession.refusal.itself");
        }
        if (day.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw Refusal.rule("succession.refusal.far");
        }
        boolean said = others.stream()
                .anyMatch(other -> other.before().key().equals(before)
                        && other.after().key().equals(after)
                        && other.day().equals(day));
        if (said) {
            throw Refusal.rule("succession.refusal.said");
        }
    }
}
