package se.samverkan.actionplan.year;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.year.PlanDay.Kind;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Page;

/**
 * Draws a plan by terms (Gantt): a column for each term, a bar for each intervention and other work, holidays as shaded days,
 * meetings, deliveries and goals as marks on a line of their own. The table below it says the same.
 */
public final class PlanGantt {

    private static final int WIDTH = 880;
    private static final int LEFT = 230;
    private static final int ROW = 28;
    private static final int BAR = 18;
    private static final int HEAD = 26;
    private static final int MOST_LETTERS = 32;

    private final List<Period> terms;
    private final List<PlanPart> bars;
    private final List<PlanDay> days;
    private final Page page;
    private final int height;
    private final Svg svg;

    /** @param terms the terms of the partnership, at least one */
    public PlanGantt(List<Period> terms, PlanParts parts, List<PlanDay> days, Page page) {
        this.terms = terms;
        this.bars = Stream.of(PlanPartKind.INTERVENTION, PlanPartKind.OTHER_WORK)
                .flatMap(kind -> parts.of(kind).stream())
                .toList();
        this.days = days;
        this.page = page;
        this.height = HEAD + (bars.size() + 2) * ROW + 6;
        this.svg = new Svg("plan-gantt", WIDTH, height, page.text("actionplan.gantt.label"));
    }

    /** The picture, as SVG to stand in a page. */
    public String draw() {
        holidays();
        columns();
        for (int i = 0; i < bars.size(); i++) {
            bar(bars.get(i), HEAD + i * ROW);
        }
        marks(Kind.MEETING, HEAD + bars.size() * ROW);
        label(page.text("actionplan.gantt.meetings"), HEAD + bars.size() * ROW);
        marks(Kind.DELIVERY, HEAD + (bars.size() + 1) * ROW);
        marks(Kind.GOAL, HEAD + (bars.size() + 1) * ROW);
        label(page.text("actionplan.gantt.days"), HEAD + (bars.size() + 1) * ROW);
        return svg.whole();
    }

    private void holidays() {
        days.stream()
                .filter(day -> day.kind() == Kind.HOLIDAY)
                .forEach(day -> svg.bar(
                        "g-holiday",
                        x(day.first()),
                        HEAD - 4,
                        x(day.last().plusDays(1)) - x(day.first()),
                        height - HEAD,
                        day.name()));
    }

    private void columns() {
        for (int i = 0; i < terms.size(); i++) {
            double x = LEFT + i * width();
            svg.line("g-grid", x, 4, x, height);
            svg.words("g-term", x + 5, 16, page.words().term(terms.get(i)));
        }
    }

    private void bar(PlanPart part, int y) {
        label(part.number() > 0 ? part.number() + ". " + part.title() : part.title(), y);
        LocalDate from = part.term(PlanField.FIRST).map(Period::firstDayOfTerm).orElse(null);
        if (from == null) {
            svg.words("g-none", LEFT + 5, y + 14, page.text("actionplan.gantt.no-term"));
            return;
        }
        LocalDate to = part.term(PlanField.LAST)
                .or(() -> part.term(PlanField.FIRST))
                .orElseThrow()
                .plusTerms(1)
                .firstDayOfTerm();
        svg.bar(
                part.is(PlanPartKind.OTHER_WORK) ? "g-other" : "g-own",
                x(from) + 2,
                y,
                x(to) - x(from) - 4,
                BAR,
                part.title());
    }

    private void marks(Kind kind, int y) {
        days.stream().filter(day -> day.kind() == kind).forEach(day -> {
            String title = day.name() + ", " + page.words().day(day.first());
            if (kind == Kind.MEETING) {
                svg.dot("g-meeting", x(day.first()), y + 9, 5, title);
            } else {
                svg.path(
                        kind == Kind.GOAL ? "g-goal" : "g-delivery",
                        String.format(Locale.ROOT, "M%.1f %dl6 6l-6 6l-6 -6z", x(day.first()), y + 3),
                        title);
            }
        });
    }

    private void label(String words, int y) {
        svg.words("g-label", 0, y + 14, Svg.cut(words, MOST_LETTERS));
    }

    private double width() {
        return (double) (WIDTH - LEFT) / terms.size();
    }

    /** Where a day lies; what lies outside the terms is put at their edge. */
    private double x(LocalDate day) {
        Period term = Period.termOf(day);
        LocalDate first = term.firstDayOfTerm();
        double within = (double) ChronoUnit.DAYS.between(first, day)
                / ChronoUnit.DAYS.between(first, term.plusTerms(1).firstDayOfTerm());
        return LEFT + Math.clamp(terms.getFirst().termsUntil(term) + within, 0, terms.size()) * width();
    }
}
