package se.samverkan.statistics.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Progress;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.imports.Layout.PeriodRule;
import se.samverkan.statistics.imports.Sheet.Line;

/**
 * Recognises a table by its columns and title, and reads it through the layout it has.
 *
 * <p>The table ends at its first empty row; what comes after is footnotes, unless it looks like a row of the table.
 */
@Component
class TableReader {

    private static final int HEAD = 60;
    private static final int MOST_ROWS = 1_000_000;
    private static final double ENOUGH = 0.5;

    private final List<Layout> layouts;
    private final Indicators indicators;
    private final Periods periods;

    TableReader(List<Layout> layouts, Indicators indicators, Periods periods) {
        this.layouts = layouts;
        this.indicators = indicators;
        this.periods = periods;
    }

    /**
     * What was recognised.
     *
     * @param headerLine where in the head the headings stand
     */
    record Match(Layout layout, int headerLine, Map<String, Integer> places, List<String> headings, double likeness) {

        List<Column> missing() {
            return layout.columns().stream()
                    .filter(column -> column.required() && !places.containsKey(column.key()))
                    .toList();
        }
    }

    /** What a file says, and by which layout. */
    record Read(Match match, Reading reading) {}

    /** @throws Unreadable when no layout is recognised */
    Read read(Sheet sheet, Progress.Watcher watcher) {
        List<Line> head = head(sheet);
        Match match = recognise(head).orElseThrow(() -> unrecognised(head));
        Reading reading = new Reading(indicators);
        match.missing()
                .forEach(column -> reading.add(Finding.error(
                        head.get(match.headerLine()).number(),
                        "missing-column",
                        column.headings().getFirst())));
        reading.period = periods.of(match, head, reading);
        boolean readable = !reading.hasErrors();
        if (readable) {
            readRows(sheet, match, reading, head.get(match.headerLine()).number(), watcher);
            match.layout().finish(reading);
            if (reading.rows == 0 && !reading.hasErrors()) {
                reading.add(Finding.error(null, "empty-table"));
            }
        }
        return new Read(match, reading);
    }

    private static List<Line> head(Sheet sheet) {
        try (Stream<Line> lines = sheet.lines()) {
            return lines.limit(HEAD).toList();
        }
    }

    private Optional<Match> recognise(List<Line> head) {
        return layouts.stream()
                .flatMap(layout -> IntStream.range(0, head.size()).mapToObj(line -> match(layout, head, line)))
                .filter(match -> match.likeness() > ENOUGH)
                .max(Comparator.comparingDouble(Match::likeness)
                        .thenComparing(match -> match.places().size()));
    }

    private static Match match(Layout layout, List<Line> head, int at) {
        List<String> headings = head.get(at).cells();
        List<String> plain = Column.normal(headings.stream());
        List<String> grouped = at == 0 ? plain : grouped(head.get(at - 1).cells(), headings);
        Map<String, Integer> places = new HashMap<>();
        for (Column column : layout.columns()) {
            int place = Math.max(column.placeIn(grouped), column.placeIn(plain));
            if (place >= 0) {
                places.put(column.key(), place);
            }
        }
        return new Match(layout, at, places, headings, likeness(layout, places, head, at));
    }

    private static List<String> grouped(List<String> groups, List<String> headings) {
        return IntStream.range(0, headings.size())
                .mapToObj(place -> Column.normal(place < groups.size() ? groups.get(place) : "") + "|"
                        + Column.normal(headings.get(place)))
                .toList();
    }

    /** The share of the required columns that are there; a title weighs as much as a quarter of them. */
    private static double likeness(Layout layout, Map<String, Integer> places, List<Line> head, int at) {
        List<Column> required =
                layout.columns().stream().filter(Column::required).toList();
        double found = required.stream()
                .filter(column -> places.containsKey(column.key()))
                .count();
        boolean titled = head.subList(0, at).stream()
                .flatMap(line -> line.cells().stream())
                .map(Column::normal)
                .anyMatch(cell -> layout.titles().stream().map(Column::normal).anyMatch(cell::contains));
        return found < 2 ? 0 : found / required.size() + (titled ? 0.25 : 0);
    }

    private static Unreadable unrecognised(List<Line> head) {
        String seen = head.stream()
                .filter(line ->
                        line.cells().stream().filter(cell -> !cell.isBlank()).count() > 1)
                .findFirst()
                .map(line -> String.join(" · ", line.cells().stream().limit(8).toList()))
                .orElse("");
        return new Unreadable("unrecognised", seen.substring(0, Math.min(200, seen.length())));
    }

    private void readRows(Sheet sheet, Match match, Reading reading, int headerNumber, Progress.Watcher watcher) {
        Map<String, String> headings = new HashMap<>();
        match.places()
                .forEach((key, place) -> headings.put(key, match.headings().get(place)));
        try (Stream<Line> lines = sheet.lines()) {
            int last = headerNumber;
            boolean footnotes = false;
            for (Iterator<Line> rest = lines.iterator(); rest.hasNext(); ) {
                Line line = rest.next();
                if (line.number() <= headerNumber) {
                    continue;
                }
                footnotes |= line.isBlank() || line.number() > last + 1;
                last = line.number();
                Row row = new Row(line, match.places(), headings);
                if (!line.isBlank() && (!footnotes || match.layout().isRow(row))) {
                    take(row, match, reading);
                }
                periods.notice(line, match, reading);
                watcher.at("import.rows", reading.rows, 0);
            }
        }
    }

    private static void take(Row row, Match match, Reading reading) {
        if (++reading.rows > MOST_ROWS) {
            throw new Unreadable("too-many-rows", MOST_ROWS);
        }
        if (match.layout().period() == PeriodRule.ABOVE_THE_TABLE && reading.period == null) {
            return;
        }
        match.layout().take(row, reading);
    }

    /** The names of all layouts. */
    List<String> names() {
        return new ArrayList<>(layouts.stream().map(Layout::name).toList());
    }
}
