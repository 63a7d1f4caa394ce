package se.samverkan.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.CaseSignals.Signal;
import se.samverkan.shared.Period;

/**
 * What a list of many cases tells of one of them. Nothing in it comes from a draft that the reader could not read.
 *
 * @param phase the key of the phase that its units have come furthest to; empty before the first
 * @param due the next day on which something is due; empty where nothing is
 * @param heard the last day on which something happened that its people let each other know
 * @param directorSince from when the organiser has another director than before; empty where it has not changed
 * @param units its units, in no particular order
 * @param facilitators how many lead it
 * @param load in how many cases the one of them with most leads
 * @param moving whether its signs move; empty where nobody has said
 * @param loose what other rooms see that somebody should look at
 */
public record CasePulse(
        long id,
        long owner,
        long organiser,
        String organiserName,
        String variant,
        int variantVersion,
        String cohort,
        Period firstTerm,
        Standing standing,
        String phase,
        Optional<LocalDate> due,
        Optional<LocalDate> heard,
        Optional<LocalDate> directorSince,
        List<UnitPulse> units,
        int facilitators,
        int load,
        Optional<Boolean> moving,
        List<Signal> loose) {

    /**
     * The same of a unit in it.
     *
     * @param overdue how many steps of its phase should have been done
     * @param late whether its phase takes longer than planned
     * @param headSince from when it has another head teacher than before; empty where it has not changed
     * @param changed whether it has become another unit, closed, or got another organiser
     */
    public record UnitPulse(
            long unit,
            String name,
            Standing standing,
            String phase,
            Optional<LocalDate> due,
            int overdue,
            boolean late,
            Optional<LocalDate> heard,
            Optional<LocalDate> headSince,
            boolean changed) {}

    /** How many loose ends there are in all of it. */
    public int looseEnds() {
        int ends = 0;
        for (Signal signal : loose) {
            ends += signal.ends();
        }
        return ends;
    }

    /** How many steps should have been done, in all of it. */
    public int overdue() {
        int overdue = 0;
        for (UnitPulse unit : units) {
            overdue += unit.overdue();
        }
        return overdue;
    }
}
