package se.samverkan.partnership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.CaseSignals.Signal;

/**
 * What another room knows of many cases at once, for lists of them: one question, however many there are. What the agency's
 * side gets to know comes from what is shared, never from a draft; what the organiser gets to know of its own may.
 */
public interface PulseSource {

    /**
     * What is known of these cases, as far as the actor may know; nothing of those of which there is nothing to say.
     *
     * @param cases as partnership itself knows them, before anything is heard
     */
    List<Heard> of(Collection<CasePulse> cases);

    /** Their ids, as a database asks for them. */
    static Long[] ids(Collection<CasePulse> cases) {
        return cases.stream().map(CasePulse::id).toArray(Long[]::new);
    }

    /**
     * What is known of a case, or of a unit in it.
     *
     * @param unit the unit; empty for the case as a whole
     * @param last the last day on which something happened
     * @param due the next day on which something is due
     * @param moving whether signs move; empty where nothing is known of signs
     * @param loose what somebody should look at
     */
    record Heard(
            long partnership,
            Optional<Long> unit,
            Optional<LocalDate> last,
            Optional<LocalDate> due,
            Optional<Boolean> moving,
            List<Signal> loose) {

        public Heard {
            loose = List.copyOf(loose);
        }

        /** That something happened, and what comes next. */
        public static Heard of(
                long partnership, Optional<Long> unit, Optional<LocalDate> last, Optional<LocalDate> due) {
            return new Heard(partnership, unit, last, due, Optional.empty(), List.of());
        }

        /** That something is loose in a unit. */
        public static Heard of(long partnership, long unit, Signal loose) {
            return new Heard(
                    partnership,
                    Optional.of(unit),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(loose));
        }
    }
}
