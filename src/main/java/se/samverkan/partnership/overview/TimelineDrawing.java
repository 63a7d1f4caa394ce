package se.samverkan.partnership.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import se.samverkan.partnership.CaseMarks.Kind;
import se.samverkan.partnership.CaseMarks.Mark;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Phases.Begun;
import se.samverkan.programme.variant.Phase;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Page;

/**
 * Draws the time line of a case: a column for each term, the plan as a band of phases, a band for each unit with the phases
 * that it has really begun, meetings as dots, documents as small sheets, today as a line. What it shows stands in the table
 * beside it too.
 */
final class TimelineDrawing {

    private static final int WIDTH = 880;
    private static final int LEFT = 168;
    private static final int ROW = 34;
    private static final int BAR = 24;
    private static final int HEAD = 30;
    private static final double LETTER = 6.9;
    private static final int MOST_LETTERS = 22;

    private final CaseNow now;
    private final Page page;
    private final int terms;
    private final StringBuilder svg = new StringBuilder();

    TimelineDrawing(CaseNow now, Page page) {
        this.now = now;
        this.page = page;
        LocalDate last = Stream.concat(Stream.of(end(now)), now.marks().stream().map(Mark::day))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        this.terms = Math.max(now.variant().length(), now.view().firstTerm().termsUntil(Period.termOf(last)) + 1);
    }

    /** The terms that it shows. */
    List<Period> terms() {
        return Stream.iterate(now.view().firstTerm(), term -> term.plusTerms(1))
                .limit(terms)
                .toList();
    }

    String draw() {
        int rows = now.units().size() + 2;
        int height = HEAD + rows * ROW + 4;
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"timeline\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                height,
                HtmlUtils.htmlEscape(page.text("partnership.case.timeline.label"))));
        columns(height);
        plan();
        for (int i = 0; i < now.units().size(); i++) {
            unit(now.units().get(i), HEAD + (i + 1) * ROW);
        }
        marks(HEAD + (rows - 1) * ROW);
        today(height);
        return svg.append("</svg>").toString();
    }

    private void columns(int height) {
        List<Period> shown = terms();
        for (int i = 0; i < shown.size(); i++) {
            double x = LEFT + i * width();
            line("t-grid", x, 20, x, height);
            text("t-term", x + 5, 16, page.words().term(shown.get(i)), width() - 6);
        }
    }

    private void plan() {
        label(HEAD, page.text("partnership.case.timeline.plan"));
        for (Phase phase : now.variant().phases()) {
            LocalDate from = PlannedMarks.planned(now.view(), now.variant(), phase.key());
            bar("t-plan", from, from.plusMonths(6L * phase.terms()), HEAD, phase);
        }
    }

    private void unit(UnitNow unit, int y) {
        label(y, unit.unit().name());
        List<Begun> begun = unit.begun();
        for (int i = 0; i < begun.size(); i++) {
            boolean isLast = i == begun.size() - 1;
            LocalDate to = isLast ? end(now) : begun.get(i + 1).day();
            boolean goesOn = isLast && unit.isRunning() && now.isRunning();
            bar(
                    goesOn ? "t-now" : "t-been",
                    begun.get(i).day(),
                    to,
                    y,
                    begun.get(i).phase());
        }
    }

    /** Where what really happens ends on the line: today, or the day when the partnership ended. */
    private static LocalDate end(CaseNow now) {
        boolean over =
                now.view().standing() == Standing.DISCONTINUED || now.view().standing() == Standing.COMPLETED;
        Optional<LocalDate> ended = now.events().stream()
                .filter(event -> event.key().startsWith("partnership.decision.DISCONTINUED")
                        || event.key().equals("partnership.decision.COMPLETED"))
                .map(CaseEvent::day)
                .findFirst();
        return over ? ended.orElse(now.today()) : now.today();
    }

    private void marks(int y) {
        label(y, page.text("partnership.case.timeline.marks"));
        Map<Kind, List<Mark>> kinds = now.marks().stream().collect(Collectors.groupingBy(Mark::kind));
        kinds.getOrDefault(Kind.MEETING, List.of())
                .forEach(mark -> svg.append(String.format(
                        Locale.ROOT,
                        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"5\">%s</circle>",
                        mark.done() ? "t-dot" : "t-dot planned",
                        x(mark.day()),
                        y + 8,
                        title(mark))));
        kinds.getOrDefault(Kind.DOCUMENT, List.of())
                .forEach(mark -> svg.append(String.format(
                        Locale.ROOT,
                        "<path class=\"%s\" d=\"M%.1f %dh6l3 3v9h-9z\">%s</path>",
                        mark.done() ? "t-sheet" : "t-sheet planned",
                        x(mark.day()) - 10,
                        y + 17,
                        title(mark))));
    }

    private String title(Mark mark) {
        String day = page.words().day(mark.day());
        return "<title>" + HtmlUtils.htmlEscape(mark.name().in(page.locale()) + ", " + day) + "</title>";
    }

    private void today(int height) {
        if (now.hasBegun()) {
            double x = x(now.today());
            line("t-today", x, 20, x, height);
        }
    }

    private void bar(String kind, LocalDate from, LocalDate to, int y, Phase phase) {
        double left = x(from);
        double width = Math.max(2, x(to) - left - 2);
        String name = phase.name().in(page.locale());
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"5\"><title>%s</title></rect>",
                kind,
                left,
                y,
                width,
                BAR,
                HtmlUtils.htmlEscape(name)));
        text(kind + "-text", left + 7, y + 17, name, width - 12);
    }

    private void label(int y, String label) {
        String shown = label.length() > MOST_LETTERS
                ? label.substring(0, MOST_LETTERS - 1).strip() + "…"
                : label;
        text("t-label", 0, y + 17, shown, LEFT);
    }

    /** Text that is cut, with dots, where it does not fit; left out where nothing of it would. */
    private void text(String kind, double x, int y, String text, double room) {
        int letters = (int) (room / LETTER);
        if (letters < 3) {
            return;
        }
        String shown =
                text.length() <= letters ? text : text.substring(0, letters - 1).strip() + "…";
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>",
                kind,
                x,
                y,
                HtmlUtils.htmlEscape(shown)));
    }

    private void line(String kind, double x1, int y1, double x2, int y2) {
        svg.append(String.format(
                Locale.ROOT, "<line class=\"%s\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", kind, x1, y1, x2, y2));
    }

    private double width() {
        return (double) (WIDTH - LEFT) / terms;
    }

    /** Where a day lies; what lies outside the terms is put at their edge. */
    private double x(LocalDate day) {
        Period term = Period.termOf(day);
        LocalDate first = term.firstDayOfTerm();
        double within = (double) ChronoUnit.DAYS.between(first, day)
                / ChronoUnit.DAYS.between(first, term.plusTerms(1).firstDayOfTerm());
        double at = now.view().firstTerm().termsUntil(term) + within;
        return LEFT + Math.clamp(at, 0, terms) * width();
    }
}
