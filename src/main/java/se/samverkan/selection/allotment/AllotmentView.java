package se.samverkan.selection.allotment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samverkan.selection.allotment.Allotted.Part;

/**
 * How the places of a round were allotted: what a decision is made on, and never changed.
 *
 * @param round the round
 * @param basis the version of the basis
 * @param plan the version of the pre-analysis plan that was locked then
 * @param method by lot, by assessment or by a threshold
 * @param grouping what the draw kept apart, where it was by lot
 * @param by who chose, or froze the list
 * @param at when
 * @param drawnAt when it was drawn, where it was
 * @param units what each unit was allotted; none before the draw
 */
public record AllotmentView(
        long round,
        int basis,
        int plan,
        Method method,
        Optional<Grouping> grouping,
        String by,
        Instant at,
        Optional<Instant> drawnAt,
        List<Allotted> units) {

    /** How places are allotted. */
    public enum Method {
        LOT,
        ASSESSMENT,
        /** Whoever has a needs index from the threshold of the plan on. */
        THRESHOLD
    }

    /** Whether every place has its unit: by lot, only once it is drawn. */
    public boolean isDone() {
        return method != Method.LOT || drawnAt.isPresent();
    }

    /** The units of a form and a part, in order. */
    public List<Allotted> of(String form, Part part) {
        return units.stream()
                .filter(each -> each.unit().form().equals(form) && each.part() == part)
                .toList();
    }
}
