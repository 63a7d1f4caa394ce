package se.samverkan.reporting.portfolio;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.reporting.portfolio.Line.Attention;
import se.samverkan.shared.page.Address;

/**
 * Which partnerships of the portfolio are asked for, and in which order; what is empty asks for any. There is no order by
 * result, and none by how it is: a portfolio ranks no school and no organiser.
 *
 * @param text letters of an organiser's or a unit's name
 * @param attention how it is, in words
 * @param silent at least so many days without a word; 0 for any
 * @param overdue whether only those in which steps should have been done
 */
record PortfolioQuery(
        String text,
        String variant,
        String cohort,
        String standing,
        String phase,
        String attention,
        int silent,
        boolean overdue,
        Order order) {

    /** In which order they come: by name, or by what is to be done when. */
    enum Order {
        ORGANISER,
        DUE,
        SILENCE,
        PHASE,
        TERM
    }

    /** As an address says; what it says wrongly is taken as not said. */
    static PortfolioQuery of(Map<String, String> said) {
        return new PortfolioQuery(
                word(said, "q"),
                word(said, "variant"),
                word(said, "cohort"),
                word(said, "standing"),
                word(said, "phase"),
                Arrays.stream(Attention.values())
                        .map(Enum::name)
                        .filter(word(said, "attention")::equals)
                        .findFirst()
                        .orElse(""),
                word(said, "silent").matches("\\d{1,4}") ? Integer.parseInt(word(said, "silent")) : 0,
                word(said, "overdue").equals("true"),
                Arrays.stream(Order.values())
                        .filter(each -> each.name().equals(word(said, "order")))
                        .findFirst()
                        .orElse(Order.ORGANISER));
    }

    private static String word(Map<String, String> said, String name) {
        return Optional.ofNullable(said.get(name)).map(String::strip).orElse("");
    }

    boolean isNarrow() {
        return !(text + variant + cohort + standing + phase + attention).isEmpty() || silent > 0 || overdue;
    }

    List<Line> of(List<Line> all) {
        Stream<Line> found = all.stream().filter(this::asksFor);
        return (order == Order.ORGANISER ? found : found.sorted(inOrder())).toList();
    }

    private boolean asksFor(Line line) {
        return (text.isEmpty() || isNamed(line))
                && (variant.isEmpty() || line.pulse().variant().equals(variant))
                && (cohort.isEmpty() || line.pulse().cohort().equals(cohort))
                && (standing.isEmpty() || line.pulse().standing().name().equals(standing))
                && (phase.isEmpty() || line.pulse().phase().equals(phase))
                && (attention.isEmpty() || line.attention().name().equals(attention))
                && (silent == 0 || line.silent().orElse(0) >= silent)
                && (!overdue || line.pulse().overdue() > 0);
    }

    private boolean isNamed(Line line) {
        String letters = text.toLowerCase(Locale.ROOT);
        return line.pulse().organiserName().toLowerCase(Locale.ROOT).contains(letters)
                || line.pulse().units().stream()
                        .anyMatch(unit -> unit.name().toLowerCase(Locale.ROOT).contains(letters));
    }

    private Comparator<Line> inOrder() {
        return switch (order) {
            case ORGANISER -> (one, other) -> 0;
            case DUE -> Comparator.comparing(line -> line.pulse().due().orElse(LocalDate.MAX));
            case SILENCE -> Comparator.comparing(line -> line.pulse().heard().orElse(LocalDate.MIN));
            case PHASE -> Comparator.comparing(line -> line.pulse().phase());
            case TERM -> Comparator.comparing(line -> line.pulse().firstTerm().key());
        };
    }

    /** The address of a page that is asked the same. */
    String address(String path) {
        return Address.of(path)
                .with("q", text)
                .with("variant", variant)
                .with("cohort", cohort)
                .with("standing", standing)
                .with("phase", phase)
                .with("attention", attention)
                .with("silent", silent == 0 ? "" : silent)
                .with("overdue", overdue ? "true" : "")
                .with("order", order == Order.ORGANISER ? "" : order)
                .toString();
    }
}
