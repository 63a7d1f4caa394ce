package se.samverkan.actionplan.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.content.Colleague;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.PlannedTerms;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.actionplan.thread.PlanLooseEnds;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.PulseSource;

/**
 * When the plans of many cases were last shared: the agency's side hears of what was shared with it, and of nothing else. How much is
 * loose in each is told to the organiser's own people alone, by the rules of its own page.
 */
@Component
class PlanPulses implements PulseSource {

    private final JdbcClient database;
    private final Plans plans;
    private final PlanWriting writing;
    private final PlannedTerms terms;
    private final PlanLooseEnds ends;

    PlanPulses(JdbcClient database, Plans plans, PlanWriting writing, PlannedTerms terms, PlanLooseEnds ends) {
        this.database = database;
        this.plans = plans;
        this.writing = writing;
        this.terms = terms;
        this.ends = ends;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> of(Collection<CasePulse> cases) {
        return Stream.concat(heard(cases).stream(), loose(cases)).toList();
    }

    private List<Heard> heard(Collection<CasePulse> cases) {
        return database.sql("select partnership, unit, last from actionplan.pulses(?)")
                .param(PulseSource.ids(cases))
                .query((row, n) -> Heard.of(
                        row.getLong("partnership"),
                        Optional.of(row.getLong("unit")),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        Optional.empty()))
                .list();
    }

    private Stream<Heard> loose(Collection<CasePulse> cases) {
        List<PlanView> coordinated = plans.coordinated(List.of(PulseSource.ids(cases)));
        if (coordinated.isEmpty()) {
            return Stream.empty();
        }
        Map<Long, PlanParts> parts = writing.parts(coordinated);
        Map<Long, List<Colleague>> colleagues = plans.colleagues(coordinated);
        Map<Long, CasePulse> known = cases.stream().collect(Collectors.toMap(CasePulse::id, Function.identity()));
        return coordinated.stream().flatMap(plan -> {
            PlanParts own = parts.get(plan.id());
            CasePulse partnership = known.get(plan.partnership());
            if (own == null || partnership == null) {
                return Stream.empty();
            }
            List<Colleague> people = colleagues.getOrDefault(plan.id(), List.of());
            int loose = ends.of(
                            plan,
                            own,
                            people,
                            terms.of(partnership.variant(), partnership.variantVersion(), partnership.firstTerm()))
                    .size();
            return PlanSignals.told(plan, loose).stream()
                    .map(signal -> Heard.of(plan.partnership(), plan.unit(), signal));
        });
    }
}
