package se.samverkan.analysis.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Worded;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Words;

/**
 * Several figures as somebody has them in a spreadsheet: a line for each value, with the figure's name, what it counts, the term,
 * the value and how many people, apart by a tab or a semicolon. A line of headings may stand first.
 *
 * @param wrong the lines that cannot be read, and why; empty where all can
 */
record OwnTable(List<Figure> figures, List<OwnLines.Wrong> wrong) {

    /** So many lines at once. */
    static final int MOST = 400;

    private static final int CELLS = 5;

    /** So many wrong lines are told at once. */
    private static final int TOLD = 20;

    /** A figure and its values. */
    record Figure(String name, Measure measure, List<OwnLines.Line> lines) {}

    /** @param languages in which what is counted may be named */
    static OwnTable of(String text, List<Words> languages) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<OwnLines.Wrong> wrong = new ArrayList<>();
        String[] written = text.split("\\R");
        for (int i = 0; i < written.length; i++) {
            String[] cells = written[i].strip().split("\\s*[;\\t]\\s*");
            if (written[i].isBlank() || (i == 0 && isHeading(cells))) {
                continue;
            }
            Optional<Measure> measure = cells.length == CELLS ? measure(cells[1], languages) : Optional.empty();
            Optional<String> why = wrong(cells, measure, figures);
            if (why.isPresent()) {
                wrong.add(new OwnLines.Wrong(i + 1, why.get()));
            } else {
                figures.computeIfAbsent(
                                cells[0].toLowerCase(Locale.ROOT),
                                key -> new Figure(cells[0], measure.orElseThrow(), new ArrayList<>()))
                        .lines()
                        .add(OwnLines.line(values(cells)));
            }
        }
        return new OwnTable(List.copyOf(figures.values()), List.copyOf(wrong));
    }

    private static String[] values(String[] cells) {
        return Arrays.copyOfRange(cells, 2, cells.length);
    }

    private static boolean isHeading(String[] cells) {
        return cells.length == CELLS && cells[3].chars().noneMatch(Character::isDigit);
    }

    private static Optional<String> wrong(String[] cells, Optional<Measure> measure, Map<String, Figure> figures) {
        if (cells.length != CELLS) {
            return Optional.of("analysis.own.table.five");
        }
        if (cells[0].isEmpty() || cells[0].length() > PartDraft.MOST_OF_TITLE || PersonalNumbers.areIn(cells[0])) {
            return Optional.of("analysis.own.table.name");
        }
        if (measure.isEmpty()) {
            return Optional.of("analysis.own.table.measure");
        }
        Figure before = figures.get(cells[0].toLowerCase(Locale.ROOT));
        if (before != null && before.measure() != measure.get()) {
            return Optional.of("analysis.own.table.measure-two");
        }
        return OwnLines.wrong(values(cells));
    }

    private static Optional<Measure> measure(String said, List<Words> languages) {
        String wanted = said.toLowerCase(Locale.ROOT);
        return Arrays.stream(Measure.values())
                .filter(each -> languages.stream()
                        .flatMap(words -> Arrays.stream(
                                words.text("analysis.own.table.said." + each).split(",")))
                        .anyMatch(wanted::equals))
                .findFirst();
    }

    /** What is wrong with it, line by line, for the field that it was written in. */
    FormErrors errors(String field) {
        FormErrors errors = FormErrors.none();
        for (OwnLines.Wrong each : wrong.stream().limit(TOLD).toList()) {
            errors = errors.with(field, "analysis.own.table.wrong", each.line(), new Worded(each.reason()));
        }
        int lines = figures.stream().mapToInt(each -> each.lines().size()).sum();
        return errors.isEmpty() && (lines == 0 || lines > MOST)
                ? errors.with(field, "analysis.own.lines.none", MOST)
                : errors;
    }
}
