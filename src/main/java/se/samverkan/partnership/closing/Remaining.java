package se.samverkan.partnership.closing;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.ClosingCondition;
import se.samverkan.partnership.ClosingCondition.Outcome;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.variant.Text;
import se.samverkan.programme.variant.Variant;

/** What remains before a case can be closed: the conditions that its variant names, each answered by the room that knows. */
@Component
public class Remaining {

    private final ObjectProvider<ClosingCondition> conditions;

    Remaining(ObjectProvider<ClosingCondition> conditions) {
        this.conditions = conditions;
    }

    /**
     * A condition of the variant.
     *
     * @param condition its key
     * @param why what it is for
     * @param waivable whether the one who decides may close all the same, with a reason
     * @param outcome how it stands; empty where nobody can tell yet
     */
    public record Condition(String condition, Text why, boolean waivable, Optional<Outcome> outcome) {

        public boolean isFulfilled() {
            return outcome.filter(Outcome::fulfilled).isPresent();
        }
    }

    /** The conditions of a case, in the order of its variant. */
    public List<Condition> of(PartnershipView view, Variant variant) {
        return variant.closing().stream()
                .map(rule -> new Condition(
                        rule.condition(),
                        rule.why(),
                        rule.waivable(),
                        conditions.stream()
                                .filter(each -> each.condition().equals(rule.condition()))
                                .findFirst()
                                .flatMap(each -> each.of(view))))
                .toList();
    }
}
