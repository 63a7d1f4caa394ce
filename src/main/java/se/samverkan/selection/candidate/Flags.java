package se.samverkan.selection.candidate;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.candidate.Candidate.Flag;

/** Finds what to mind when a unit's figures are read. */
final class Flags {

    /** Below this many people in the whole window, one more or less moves the figure by more than three points. */
    private static final int SMALL = 30;

    private static final int YEARS_NEW = 3;

    private final LocalDate today;
    private final Set<Long> merged;

    /** @param merged the units that another has become one with, or has taken over, within three years */
    Flags(LocalDate today, Set<Long> merged) {
        this.today = today;
        this.merged = merged;
    }

    Set<Flag> of(UnitView unit, List<Reading> readings) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flagIf(flags, Flag.SPECIAL_SUPPORT, unit.specialSupport());
        flagIf(flags, Flag.INTERNATIONAL, unit.international());
        LocalDate opened = unit.opened();
        flagIf(flags, Flag.NEWLY_OPENED, opened != null && opened.isAfter(today.minusYears(YEARS_NEW)));
        flagIf(flags, Flag.MERGED, merged.contains(unit.id()));
        for (Reading reading : readings) {
            of(reading.pooled(), flags);
        }
        return flags;
    }

    private static void of(Pooled pooled, Set<Flag> flags) {
        flagIf(flags, Flag.SMALL_COHORT, pooled.cohort().orElse(SMALL) < SMALL);
        flagIf(flags, Flag.COHORT_ASSUMED, pooled.assumed());
        flagIf(flags, Flag.PARTS_MISSING, pooled.value().isEmpty());
        boolean newestIsMissing = !pooled.years().isEmpty()
                && pooled.years().getFirst().value().isEmpty()
                && pooled.value().isPresent();
        flagIf(flags, Flag.OLDER_THAN_WINDOW, newestIsMissing);
    }

    private static void flagIf(Set<Flag> flags, Flag flag, boolean so) {
        if (so) {
            flags.add(flag);
        }
    }
}
