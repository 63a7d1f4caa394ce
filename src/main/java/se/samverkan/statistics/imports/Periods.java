package se.samverkan.statistics.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.statistics.imports.Layout.PeriodRule;
import se.samverkan.statistics.imports.Sheet.Line;
import se.samverkan.statistics.imports.TableReader.Match;

/** Finds the one period of a file in the lines above its table, and refuses a file that speaks of two. */
@Component
class Periods {

    private static final Pattern CHOSEN = Pattern.compile("(?i)valt (?:läsår|år)\\s*:?\\s*(.*)");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}/\\d{2}(?:\\d{2})?|\\d{4}");

    private final Clock clock;

    Periods(Clock clock) {
        this.clock = clock;
    }

    @Nullable
    Period of(Match match, List<Line> head, Reading reading) {
        return switch (match.layout().period()) {
            case UNSTATED ->
                Period.atLatest(LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm")))
                        .getYear());
            case ABOVE_THE_TABLE -> above(match, head, reading);
            case IN_EVERY_ROW, NONE -> null;
        };
    }

    private static @Nullable Period above(Match match, List<Line> head, Reading reading) {
        Set<Period> told = new LinkedHashSet<>();
        int at = 0;
        for (Line line : head.subList(0, match.headerLine())) {
            Set<Period> here = chosen(line);
            told.addAll(here);
            at = here.isEmpty() ? at : line.number();
        }
        if (told.isEmpty()) {
            reading.add(Finding.error(null, "no-period"));
            return null;
        }
        Period first = told.iterator().next();
        if (told.size() > 1) {
            reading.add(Finding.error(
                    at,
                    "two-periods",
                    first.toString(),
                    told.stream().skip(1).findFirst().orElseThrow().toString()));
        }
        return first;
    }

    /** A second file pasted below the first one brings a title, and maybe a period, of its own. */
    void notice(Line line, Match match, Reading reading) {
        if (match.layout().period() != PeriodRule.ABOVE_THE_TABLE) {
            return;
        }
        Optional<Period> other = chosen(line).stream()
                .filter(period -> !period.equals(reading.period))
                .findFirst();
        other.ifPresent(period -> reading.add(
                Finding.error(line.number(), "two-periods", reading.period().toString(), period.toString())));
    }

    private static Set<Period> chosen(Line line) {
        Set<Period> found = new LinkedHashSet<>();
        for (int place = 0; place < line.cells().size(); place++) {
            Matcher chosen = CHOSEN.matcher(line.cell(place));
            if (chosen.matches()) {
                found.addAll(periods(chosen.group(1)));
                if (chosen.group(1).isBlank()) {
                    found.addAll(periods(line.cell(place + 1)));
                }
            }
        }
        return found;
    }

    private static Set<Period> periods(String text) {
        Set<Period> found = new LinkedHashSet<>();
        Matcher period = PERIOD.matcher(text);
        while (period.find()) {
            try {
                found.add(Period.parse(period.group()));
            } catch (IllegalArgumentException notAPeriod) {
                continue;
            }
        }
        return found;
    }
}
