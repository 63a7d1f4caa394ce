package se.samverkan.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samverkan.organisation.UnitView;

/**
 * What a reader must know of a unit before its figures: that it takes only some pupils, gives no Swedish grades, has just
 * opened, or is no more. Only what a source has told.
 */
record UnitFlags(FigureWords words, LocalDate today) {

    private static final int YEARS_NEW = 3;

    List<String> of(UnitView unit) {
        List<String> flags = new ArrayList<>();
        if (unit.specialSupport()) {
            flags.add(words.text("statistics.flag.special-support"));
        }
        if (unit.international()) {
            flags.add(words.text("statistics.flag.international"));
        }
        opening(unit).ifPresent(flags::add);
        closing(unit).ifPresent(flags::add);
        return flags;
    }

    private Optional<String> opening(UnitView unit) {
        LocalDate opened = unit.opened();
        if (opened == null || !opened.isAfter(today.minusYears(YEARS_NEW))) {
            return Optional.empty();
        }
        return Optional.of(on(opened.isAfter(today) ? "opens-on" : "new", opened));
    }

    private Optional<String> closing(UnitView unit) {
        LocalDate closed = unit.closed();
        if (closed != null) {
            return Optional.of(on(closed.isAfter(today) ? "closes-on" : "closed-on", closed));
        }
        return unit.status().equals("CLOSED") ? Optional.of(words.text("statistics.flag.closed")) : Optional.empty();
    }

    private String on(String flag, LocalDate day) {
        return words.words().text("statistics.flag." + flag, words.words().day(day));
    }
}
