package se.samverkan.actionplan.year;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.year.PlanDay.Kind;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Page;

/**
 * Draws a school year as a wheel, from July at the top round to June: the months outermost, holidays as a band, what happens on a
 * day as numbered dots, and innermost an arc for each intervention through the terms that it goes on in. The numbers are those of
 * the outline beside it, which says the same.
 */
public final class YearWheel {

    private static final int SIZE = 360;
    private static final int MIDDLE = SIZE / 2;
    private static final double MONTHS = 162;
    private static final double RIM = 150;
    private static final double HOLIDAYS = 144;
    private static final double DOTS = 126;
    private static final double DOTS_INNER = 107;
    private static final double ARCS = 90;
    private static final double INNERMOST = 26;
    private static final double WIDEST = 14;
    /** As near as two dots come before one of them is moved inwards, in days. */
    private static final int NEAR = 17;

    private final LocalDate first;
    private final int length;
    private final List<PlanDay> days;
    private final List<PlanPart> interventions;
    private final Page page;
    private final Svg svg;

    /**
     * @param autumn the autumn term that the year begins with
     * @param days what happens on a day, in the order of the outline
     * @param interventions those that go on in the year
     */
    public YearWheel(Period autumn, List<PlanDay> days, List<PlanPart> interventions, Page page) {
        this.first = autumn.firstDayOfTerm();
        this.length = (int) ChronoUnit.DAYS.between(first, first.plusYears(1));
        this.days = days;
        this.interventions = interventions;
        this.page = page;
        this.svg = new Svg("year-wheel", SIZE, SIZE, page.text("actionplan.year.label", autumn, autumn.plusTerms(1)));
    }

    /** The picture, as SVG to stand in a page. */
    public String draw() {
        svg.dot("w-rim", MIDDLE, MIDDLE, RIM, page.text("actionplan.year.rim"));
        months();
        days.stream()
                .filter(day -> day.kind() == Kind.HOLIDAY)
                .forEach(day -> svg.path(
                        "w-holiday",
                        arc(HOLIDAYS, turn(day.first()), turn(day.last().plusDays(1))),
                        day.name()));
        arcs();
        dots();
        return svg.whole();
    }

    private void months() {
        for (int i = 0; i < 12; i++) {
            LocalDate month = first.plusMonths(i);
            double turn = turn(month);
            svg.line(
                    i % 6 == 0 ? "w-term" : "w-month",
                    x(INNERMOST, turn),
                    y(INNERMOST, turn),
                    x(RIM, turn),
                    y(RIM, turn));
            double middle = turn(month.plusDays(15));
            svg.words(
                    "w-name",
                    x(MONTHS, middle),
                    y(MONTHS, middle) + 4,
                    DateTimeFormatter.ofPattern("LLL", page.locale())
                            .format(month)
                            .replace(".", ""));
        }
    }

    /** An arc for each intervention, through the terms of the year that it goes on in. */
    private void arcs() {
        double width = Math.min(WIDEST, (ARCS - INNERMOST) / Math.max(1, interventions.size()));
        for (int i = 0; i < interventions.size(); i++) {
            PlanPart part = interventions.get(i);
            Period autumn = Period.termOf(first);
            boolean early = part.goesOnIn(autumn);
            boolean late = part.goesOnIn(autumn.plusTerms(1));
            double from = early ? 0.005 : turn(autumn.plusTerms(1).firstDayOfTerm()) + 0.005;
            double to = late ? 0.995 : turn(autumn.plusTerms(1).firstDayOfTerm()) - 0.005;
            double radius = ARCS - i * width;
            svg.path(width < 8 ? "w-arc thin" : "w-arc", arc(radius, from, to), part.title());
            svg.words(
                    "w-number", x(radius, from + 0.03), y(radius, from + 0.03) + 3.5, Integer.toString(part.number()));
        }
    }

    private void dots() {
        List<LocalDate> outer = new ArrayList<>();
        List<PlanDay> numbered = numbered(days);
        for (int at = 0; at < numbered.size(); at++) {
            PlanDay day = numbered.get(at);
            boolean crowded =
                    outer.stream().anyMatch(other -> Math.abs(ChronoUnit.DAYS.between(other, day.first())) < NEAR);
            if (!crowded) {
                outer.add(day.first());
            }
            double turn = turn(day.first());
            double radius = crowded ? DOTS_INNER : DOTS;
            svg.dot("w-dot " + day.kind().key(), x(radius, turn), y(radius, turn), 9, day.name());
            svg.words("w-at", x(radius, turn), y(radius, turn) + 4, Integer.toString(at + 1));
        }
    }

    /** What has a number in the picture, in its order: all but the holidays. */
    public static List<PlanDay> numbered(List<PlanDay> days) {
        return days.stream().filter(day -> day.kind() != Kind.HOLIDAY).toList();
    }

    /** How far round the wheel a day lies: 0 at the top, 1 a whole turn later. */
    private double turn(LocalDate day) {
        return Math.clamp((double) ChronoUnit.DAYS.between(first, day) / length, 0, 1);
    }

    private static String arc(double radius, double from, double to) {
        double end = Math.max(to, from + 0.004);
        return String.format(
                Locale.ROOT,
                "M%.1f %.1fA%.1f %.1f 0 %d 1 %.1f %.1f",
                x(radius, from),
                y(radius, from),
                radius,
                radius,
                end - from > 0.5 ? 1 : 0,
                x(radius, end),
                y(radius, end));
    }

    private static double x(double radius, double turn) {
        return MIDDLE + radius * Math.sin(2 * Math.PI * turn);
    }

    private static double y(double radius, double turn) {
        return MIDDLE - radius * Math.cos(2 * Math.PI * turn);
    }
}
