package se.samverkan.reporting.portfolio;

import java.text.Collator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CasePulse.UnitPulse;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.page.Words;

/**
 * A partnership in the portfolio: its pulse, and how it is in words, with the reasons. The words are about how the work goes
 * and never about results; no number is made of them.
 *
 * @param concerns how many concerns are open that the reader sees
 * @param silent for how many days nothing has been heard; empty where nothing ever has
 */
record Line(CasePulse pulse, int concerns, OptionalLong silent, List<Reason> reasons) {

    /** Nothing has been heard for so long that somebody should ask. */
    static final int SILENT_DAYS = 60;

    /** For so long a change of head teacher or director is told as new. */
    static final int NEW_DAYS = 90;

    /** So many steps may wait before a unit is said to fall behind. */
    static final int FEW_STEPS = 2;

    /** How it is, in words. */
    enum Attention {
        CALM,
        WATCH,
        ACT
    }

    /** Why: the key of a sentence under {@code reporting.reason.}, and what is put into it. */
    record Reason(String key, List<Object> details) {

        static Reason of(String key, Object... details) {
            return new Reason(key, List.of(details));
        }

        /** The details as they are read, several names as a Swede sorts them: of a thousand lines only those that are shown. */
        Object[] told() {
            return details.stream()
                    .map(each -> each instanceof List<?> names
                            ? names.stream()
                                    .map(Object::toString)
                                    .sorted(Collator.getInstance(Words.SWEDISH))
                                    .toList()
                            : each)
                    .toArray();
        }
    }

    static Line of(CasePulse pulse, int concerns, LocalDate today) {
        OptionalLong silent = pulse.heard()
                .map(day -> OptionalLong.of(Math.max(0, ChronoUnit.DAYS.between(day, today))))
                .orElseGet(OptionalLong::empty);
        return new Line(pulse, concerns, silent, reasons(pulse, concerns, silent, today));
    }

    Attention attention() {
        return switch (reasons.size()) {
            case 0 -> Attention.CALM;
            case 1 -> Attention.WATCH;
            default -> Attention.ACT;
        };
    }

    private static List<Reason> reasons(CasePulse pulse, int concerns, OptionalLong silent, LocalDate today) {
        List<Reason> reasons = new ArrayList<>();
        if (pulse.standing() == Standing.PAUSED) {
            reasons.add(Reason.of("paused"));
        }
        if (pulse.standing() == Standing.RUNNING && silent.orElse(0) > SILENT_DAYS) {
            reasons.add(Reason.of("silent", silent.getAsLong()));
        }
        if (pulse.overdue() > FEW_STEPS) {
            reasons.add(Reason.of("overdue", pulse.overdue()));
        }
        of(pulse, UnitPulse::late, "late", reasons);
        of(pulse, UnitPulse::changed, "changed", reasons);
        of(pulse, unit -> isNew(unit.headSince(), today), "head", reasons);
        if (isNew(pulse.directorSince(), today)) {
            reasons.add(Reason.of("director"));
        }
        if (pulse.moving().filter(moving -> !moving).isPresent()) {
            reasons.add(Reason.of("signs"));
        }
        if (concerns > 0) {
            reasons.add(Reason.of("concerns", concerns));
        }
        return List.copyOf(reasons);
    }

    private static void of(CasePulse pulse, Predicate<UnitPulse> wanted, String key, List<Reason> reasons) {
        List<String> names = new ArrayList<>();
        for (UnitPulse unit : pulse.units()) {
            if (unit.standing().isLive() && wanted.test(unit)) {
                names.add(unit.name());
            }
        }
        if (!names.isEmpty()) {
            reasons.add(Reason.of(key, names));
        }
    }

    private static boolean isNew(Optional<LocalDate> since, LocalDate today) {
        return since.isPresent() && since.get().plusDays(NEW_DAYS).isAfter(today);
    }
}
