package se.samverkan.partnership.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Decision;
import se.samverkan.partnership.course.StepDone;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;

/** Puts together what happened in a case: decisions, phases begun, steps done, a newer version. */
@Component
class CaseEvents {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Course course;
    private final JdbcClient database;

    CaseEvents(Course course, JdbcClient database) {
        this.course = course;
        this.database = database;
    }

    List<CaseEvent> of(
            PartnershipView view, Variant variant, Map<Long, Map<String, LocalDate>> begun, List<StepDone> done) {
        List<CaseEvent> events = new ArrayList<>();
        course.decisions(view.id()).forEach(decision -> events.add(decided(view, decision)));
        begun.forEach((unit, phases) -> phases.forEach((phase, day) ->
                variant.phase(phase).ifPresent(known -> events.add(began(known, name(view, unit), day)))));
        done.forEach(step ->
                step(variant, step).ifPresent(known -> events.add(done(step, known, name(view, step.unit())))));
        events.addAll(chosen(view.id()));
        events.sort(Comparator.comparing(CaseEvent::day)
                .thenComparing(CaseEvent::at)
                .reversed());
        return events;
    }

    private static CaseEvent decided(PartnershipView view, Decision decision) {
        List<Object> details = new ArrayList<>();
        decision.unit().ifPresent(unit -> details.add(name(view, unit)));
        return new CaseEvent(
                decision.day(),
                "partnership.decision." + decision.kind(),
                details,
                decision.words(),
                Optional.of(decision.by()),
                decision.at());
    }

    private static CaseEvent began(Phase phase, String unit, LocalDate day) {
        return new CaseEvent(
                day,
                "partnership.case.event.phase",
                List.of(unit, phase.name()),
                "",
                Optional.empty(),
                day.atStartOfDay(SWEDEN).toInstant());
    }

    private static CaseEvent done(StepDone done, Phase.Step step, String unit) {
        return new CaseEvent(
                LocalDate.ofInstant(done.at(), SWEDEN),
                "partnership.case.event.step",
                List.of(unit, step.name()),
                "",
                Optional.of(done.by()),
                done.at());
    }

    /** What was chosen for the whole: a newer version of the variant, short forms or long. */
    private List<CaseEvent> chosen(long partnership) {
        return database.sql("""
                select 'version' as what, version_after, words, made_at from partnership.version_moved where partnership = :id
                union all
                select case when light then 'forms-short' else 'forms-long' end, 0, words, made_at
                from partnership.forms_chosen where partnership = :id
                """)
                .param("id", partnership)
                .query((row, n) -> {
                    Instant at = row.getTimestamp("made_at").toInstant();
                    return new CaseEvent(
                            LocalDate.ofInstant(at, SWEDEN),
                            "partnership.case.event." + row.getString("what"),
                            List.of(row.getInt("version_after")),
                            row.getString("words"),
                            Optional.empty(),
                            at);
                })
                .list();
    }

    private static Optional<Phase.Step> step(Variant variant, StepDone done) {
        return variant.phase(done.phase()).stream()
                .flatMap(phase -> phase.steps().stream())
                .filter(step -> step.key().equals(done.step()))
                .findFirst();
    }

    private static String name(PartnershipView view, long unit) {
        return view.participant(unit).map(Participant::name).orElse("");
    }
}
