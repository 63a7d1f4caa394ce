package se.samverkan.partnership.overview;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.page.Address;

/**
 * Which cases are asked for, and in which order; what is empty asks for any.
 *
 * @param text letters of an organiser's or a unit's name
 * @param facilitator the id of a person who is a facilitator in them
 * @param standing a standing, {@code LIVE} for those in which something may still happen, or empty
 */
record CaseQuery(
        String text, String variant, String cohort, String standing, String phase, String facilitator, Order order) {

    static final String LIVE = "LIVE";
    static final String ANY = "ANY";

    /** In which order they come. */
    enum Order {
        ORGANISER("o.name collate \"sv-SE-x-icu\", p.id"),
        TERM("p.first_term, o.name collate \"sv-SE-x-icu\", p.id"),
        STANDING("p.standing, o.name collate \"sv-SE-x-icu\", p.id"),
        PHASE("k.phase nulls last, o.name collate \"sv-SE-x-icu\", p.id");

        final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** As an address says; what it says wrongly is taken as not said. */
    static CaseQuery of(Map<String, String> said) {
        return new CaseQuery(
                said(said, "q", each -> true),
                said(said, "variant", each -> true),
                said(said, "cohort", each -> each.matches("\\d{1,18}")),
                Optional.of(said(said, "standing", CaseQuery::isStanding))
                        .filter(each -> !each.isEmpty())
                        .orElse(LIVE),
                said(said, "phase", each -> true),
                said(said, "facilitator", each -> each.matches("\\d{1,18}")),
                Arrays.stream(Order.values())
                        .filter(each -> each.name().equals(said.get("order")))
                        .findFirst()
                        .orElse(Order.ORGANISER));
    }

    private static String said(Map<String, String> said, String name, Predicate<String> understood) {
        return Optional.ofNullable(said.get(name))
                .map(String::strip)
                .filter(understood)
                .orElse("");
    }

    private static boolean isStanding(String text) {
        return text.equals(LIVE)
                || text.equals(ANY)
                || Arrays.stream(Standing.values()).anyMatch(each -> each.name().equals(text));
    }

    /** Whether somebody has asked for something else than all that go on. */
    boolean isNarrow() {
        return !(text + variant + cohort + phase + facilitator).isEmpty() || !standing.equals(LIVE);
    }

    /** The address of a page that is asked the same. */
    String address(String path) {
        return Address.of(path)
                .with("q", text)
                .with("variant", variant)
                .with("cohort", cohort)
                .with("standing", standing)
                .with("phase", phase)
                .with("facilitator", facilitator)
                .with("order", order)
                .toString();
    }
}
