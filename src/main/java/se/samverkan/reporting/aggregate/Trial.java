package se.samverkan.reporting.aggregate;

import java.util.List;
import se.samverkan.reporting.aggregate.ReadTogether.Leak;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.statistics.disclosure.Masking.Finding;
import se.samverkan.statistics.disclosure.Place;

/**
 * What a table that is masked so would give away beside all that can be read already.
 *
 * @param findings of itself
 * @param leaks of tables that can be read already
 * @param remainders of nobody's table: what is left when an organiser's numbers are taken from its office's
 */
public record Trial(List<Finding> findings, List<Leak> leaks, List<Remainder> remainders) {

    public Trial {
        findings = List.copyOf(findings);
        leaks = List.copyOf(leaks);
        remainders = List.copyOf(remainders);
    }

    /** A difference of tables that is made of too few and could be worked out. */
    public record Remainder(Place place, List<Standing> beside) {

        public Remainder {
            beside = List.copyOf(beside);
        }
    }

    public boolean passes() {
        return size() == 0;
    }

    /** How many numbers it would give away. */
    public int size() {
        return findings.size() + leaks.size() + remainders.size();
    }
}
