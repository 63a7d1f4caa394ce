package se.samverkan.partnership.overview;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.ClosingCondition;
import se.samverkan.partnership.ClosingCondition.Outcome;
import se.samverkan.programme.variant.Text;

/** What remains before a case can be closed: the conditions that its variant names, each answered by the room that knows. */
@Component
class Closings {

    private final ObjectProvider<ClosingCondition> conditions;

    Closings(ObjectProvider<ClosingCondition> conditions) {
        this.conditions = conditions;
    }

    /**
     * A condition of the variant.
     *
     * @param condition its key
     * @param why what it is for
     * @param outcome how it stands; empty where nobody can tell yet
     */
    record Closing(String condition, Text why, Optional<Outcome> outcome) {}

    /** Told to those who decide about the course of a case that goes on. */
    List<Closing> of(CaseNow now) {
        if (!now.decides() || !now.view().standing().isLive()) {
            return List.of();
        }
        return now.variant().closing().stream()
                .map(rule -> new Closing(
                        rule.condition(),
                        rule.why(),
                        conditions.stream()
                                .filter(each -> each.condition().equals(rule.condition()))
                                .findFirst()
                                .flatMap(each -> each.of(now.view()))))
                .toList();
    }
}
