package se.samverkan.partnership.pulse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CasePulse.UnitPulse;
import se.samverkan.partnership.CaseSignals.Signal;
import se.samverkan.partnership.PulseSource.Heard;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Phase.Step;
import se.samverkan.programme.variant.Variant;

/**
 * Puts the pulse of a case together of what its units have done, what their phases ask and what other rooms have heard. It does so
 * for thousands of units while somebody waits, and therefore in plain loops: as streams it took more than half of the page's time.
 */
final class PulseComposing {

    private static final int MONTHS_OF_TERM = 6;

    private final KnownVariants variants;
    private final LocalDate today;

    PulseComposing(KnownVariants variants, LocalDate today) {
        this.variants = variants;
        this.today = today;
    }

    CasePulse whole(CasePulse bare, List<UnitRow> rows, List<Heard> heard) {
        Optional<Variant> variant = variants.read(bare.variant(), bare.variantVersion());
        Optional<LocalDate> due = Optional.empty();
        Optional<LocalDate> last = bare.heard();
        List<UnitPulse> units = new ArrayList<>(rows.size());
        for (UnitRow row : rows) {
            UnitPulse unit = unit(bare.standing(), row, variant, heard);
            units.add(unit);
            due = earlier(due, unit.due());
            last = later(last, unit.heard());
        }
        Optional<Boolean> moving = Optional.empty();
        List<Signal> loose = new ArrayList<>();
        for (Heard each : heard) {
            due = earlier(due, each.due());
            last = later(last, each.last());
            moving = either(moving, each.moving());
            loose.addAll(each.loose());
        }
        return new CasePulse(
                bare.id(),
                bare.owner(),
                bare.organiser(),
                bare.organiserName(),
                bare.variant(),
                bare.variantVersion(),
                bare.cohort(),
                bare.firstTerm(),
                bare.standing(),
                furthest(variant, units),
                due,
                last,
                bare.directorSince(),
                units,
                bare.facilitators(),
                bare.load(),
                moving,
                loose);
    }

    private static String furthest(Optional<Variant> variant, List<UnitPulse> units) {
        String furthest = "";
        if (variant.isPresent()) {
            for (Phase phase : variant.get().phases()) {
                for (UnitPulse unit : units) {
                    furthest = unit.phase().equals(phase.key()) ? phase.key() : furthest;
                }
            }
        }
        return furthest;
    }

    private UnitPulse unit(Standing whole, UnitRow row, Optional<Variant> variant, List<Heard> heard) {
        Optional<LocalDate> last = row.heard();
        for (Heard each : heard) {
            if (each.unit().isPresent() && each.unit().get() == row.unit()) {
                last = later(last, each.last());
            }
        }
        Optional<LocalDate> due = Optional.empty();
        int overdue = 0;
        boolean late = false;
        Optional<Phase> phase = phase(variant, row.phase());
        boolean runs = whole == Standing.RUNNING && row.standing() == Standing.RUNNING;
        if (runs && phase.isPresent() && row.begun().isPresent()) {
            LocalDate begun = row.begun().get();
            late = begun.plusMonths((long) MONTHS_OF_TERM * phase.get().terms()).isBefore(today);
            for (Step step : phase.get().steps()) {
                if (step.levels().contains(row.level()) && !row.hasDone(step.key())) {
                    LocalDate day = begun.plusWeeks(step.weeks());
                    due = earlier(due, Optional.of(day));
                    overdue += day.isBefore(today) ? 1 : 0;
                }
            }
        }
        return new UnitPulse(
                row.unit(),
                row.name(),
                row.standing(),
                row.phase(),
                due,
                overdue,
                late,
                last,
                row.headSince(),
                row.changed());
    }

    private static Optional<Phase> phase(Optional<Variant> variant, String key) {
        if (variant.isPresent()) {
            for (Phase phase : variant.get().phases()) {
                if (phase.key().equals(key)) {
                    return Optional.of(phase);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isEmpty() || other.isPresent() && other.get().isBefore(one.get()) ? other : one;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isEmpty() || other.isPresent() && other.get().isAfter(one.get()) ? other : one;
    }

    /** Whether any says that signs move; empty where none has said anything. */
    private static Optional<Boolean> either(Optional<Boolean> one, Optional<Boolean> other) {
        return one.isEmpty() || other.orElse(false) ? other : one;
    }
}
