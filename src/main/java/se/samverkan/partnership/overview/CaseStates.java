package se.samverkan.partnership.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.partnership.CaseSignals.Signal;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.partnership.course.StepDone;
import se.samverkan.partnership.course.Steps;
import se.samverkan.partnership.course.Turning;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;

/**
 * Where several cases are, read together so that a view over a cohort asks a few questions and not a few for each: the phase
 * that their units have come furthest to, and what is loose by the course of the case itself. What other parts find loose
 * stands on the page of the case.
 */
@Component
public class CaseStates {

    private final JdbcClient database;
    private final Partnerships partnerships;
    private final KnownVariants variants;
    private final CaseReading reading;
    private final LooseEnds loose;
    private final Turning turning;

    CaseStates(
            JdbcClient database,
            Partnerships partnerships,
            KnownVariants variants,
            CaseReading reading,
            LooseEnds loose,
            Turning turning) {
        this.database = database;
        this.partnerships = partnerships;
        this.variants = variants;
        this.reading = reading;
        this.loose = loose;
        this.turning = turning;
    }

    /** Where one case is: the phase, empty before the first, and what is loose in it. */
    public record State(PartnershipView partnership, Optional<Phase> phase, List<Signal> loose) {}

    /** Those of a cohort, by the id of the partnership. */
    @Transactional(readOnly = true)
    public Map<Long, State> ofCohort(long cohort) {
        List<PartnershipView> views = partnerships.ofCohort(cohort);
        Long[] ids = views.stream().map(PartnershipView::id).toArray(Long[]::new);
        Map<Long, Map<Long, Map<String, LocalDate>>> begun = begun(ids);
        Map<Long, List<StepDone>> done = done(ids);
        return views.stream()
                .flatMap(view -> variants.read(view.variant(), view.variantVersion()).stream()
                        .map(variant -> state(
                                view,
                                variant,
                                begun.getOrDefault(view.id(), Map.of()),
                                done.getOrDefault(view.id(), List.of()))))
                .collect(Collectors.toMap(state -> state.partnership().id(), Function.identity()));
    }

    private State state(
            PartnershipView view, Variant variant, Map<Long, Map<String, LocalDate>> begun, List<StepDone> done) {
        List<UnitNow> units = view.units().stream()
                .map(unit -> reading.unit(
                        variant, unit, begun.getOrDefault(unit.unit(), Map.of()), done, Steps.Mine.NOTHING))
                .toList();
        CaseNow now = new CaseNow(view, variant, turning.today(), units, List.of(), List.of(), false, false, 0);
        return new State(view, now.furthest(), loose.ofCourse(now));
    }

    private Map<Long, Map<Long, Map<String, LocalDate>>> begun(Long[] ids) {
        Map<Long, Map<Long, Map<String, LocalDate>>> begun = new HashMap<>();
        database.sql("select partnership, unit, phase, day from partnership.phase_begun where partnership = any (?)")
                .param(ids)
                .query(row -> {
                    begun.computeIfAbsent(row.getLong("partnership"), id -> new HashMap<>())
                            .computeIfAbsent(row.getLong("unit"), id -> new HashMap<>())
                            .put(row.getString("phase"), row.getObject("day", LocalDate.class));
                });
        return begun;
    }

    private Map<Long, List<StepDone>> done(Long[] ids) {
        Map<Long, List<StepDone>> done = new HashMap<>();
        database.sql("""
                select d.id, d.partnership, d.unit, d.phase, d.step, d.made_at from partnership.step_done d
                where d.partnership = any (?)
                  and not exists (select from partnership.step_undone u where u.done = d.id)
                """).param(ids).query(row -> {
            done.computeIfAbsent(row.getLong("partnership"), id -> new ArrayList<>())
                    .add(new StepDone(
                            row.getLong("id"),
                            row.getLong("unit"),
                            row.getString("phase"),
                            row.getString("step"),
                            new PersonName("", null),
                            row.getTimestamp("made_at").toInstant()));
        });
        return done;
    }
}
