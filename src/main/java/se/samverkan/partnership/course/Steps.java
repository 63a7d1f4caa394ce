package se.samverkan.partnership.course;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.variant.Phase;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/** The door through which people mark steps of a phase done, and take that back within 30 days. */
@Component
public class Steps {

    private static final PersonName NOBODY = new PersonName("", null);

    private final Course course;
    private final Phases phases;
    private final JdbcClient database;
    private final Names names;
    private final AuditTrail trail;
    private final Clock clock;

    Steps(Course course, Phases phases, JdbcClient database, Names names, AuditTrail trail, Clock clock) {
        this.course = course;
        this.phases = phases;
        this.database = database;
        this.names = names;
        this.trail = trail;
        this.clock = clock;
    }

    /** The steps that are done in a partnership, the oldest first. */
    @Transactional(readOnly = true)
    public List<StepDone> done(long partnership) {
        record Row(StepDone step, long person) {}
        List<Row> rows = database.sql("""
                select d.id, d.unit, d.phase, d.step, d.made_by, d.made_at from partnership.step_done d
                where d.partnership = ? and not exists (select from partnership.step_undone u where u.done = d.id)
                order by d.made_at, d.id
                """)
                .param(partnership)
                .query((row, n) -> new Row(
                        new StepDone(
                                row.getLong("id"),
                                row.getLong("unit"),
                                row.getString("phase"),
                                row.getString("step"),
                                NOBODY,
                                row.getTimestamp("made_at").toInstant()),
                        row.getLong("made_by")))
                .list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::person).distinct().toList());
        return rows.stream()
                .map(row -> by(row.step(), called.getOrDefault(row.person(), NOBODY)))
                .toList();
    }

    /**
     * What part the actor has in the work of a partnership's units.
     *
     * @param marked the units whose steps the actor marks
     * @param read the units whose answers to the programme's forms the actor reads
     */
    public record Mine(Set<Long> marked, Set<Long> read) {

        /** Of somebody who only looks. */
        public static final Mine NOTHING = new Mine(Set.of(), Set.of());
    }

    @Transactional(readOnly = true)
    public Mine mine(PartnershipView partnership) {
        Mine mine = new Mine(new HashSet<>(), new HashSet<>());
        database.sql("""
                        select unit, partnership.does_steps(:partnership, unit) as marked,
                            partnership.reads_forms(:partnership, unit) as read
                        from unnest(:units) as unit
                        """)
                .param("partnership", partnership.id())
                .param(
                        "units",
                        partnership.units().stream().map(Participant::unit).toArray(Long[]::new))
                .query(row -> {
                    if (row.getBoolean("marked")) {
                        mine.marked().add(row.getLong("unit"));
                    }
                    if (row.getBoolean("read")) {
                        mine.read().add(row.getLong("unit"));
                    }
                });
        return mine;
    }

    /** Whether a mark can still be taken back. */
    public boolean canUndo(StepDone step) {
        return step.at().plus(Bin.KEPT).isAfter(clock.instant());
    }

    /** Marks a step done; once it is done, nothing more happens. */
    @Transactional
    public void mark(long id, long unit, String phase, String step) {
        PartnershipView view = course.locked(id);
        Participant participant = require(view, unit);
        if (view.standing() != Standing.RUNNING || participant.standing() != Standing.RUNNING) {
            throw Refusal.rule("partnership.case.refusal.not-running");
        }
        Phase.Step known = step(view, phase, step);
        boolean already = done(id).stream()
                .anyMatch(each -> each.unit() == unit
                        && each.phase().equals(phase)
                        && each.step().equals(step));
        if (!already) {
            database.sql("insert into partnership.step_done (partnership, unit, phase, step) values (?, ?, ?, ?)")
                    .params(id, unit, phase, step)
                    .update();
            trail.record(happening("step-done", view, participant, known));
        }
    }

    /** Takes back that a step is done. */
    @Transactional
    public void undo(long id, long done) {
        PartnershipView view = course.locked(id);
        StepDone step =
                done(id).stream().filter(each -> each.id() == done).findFirst().orElseThrow(Refusal::notSeen);
        Participant participant = require(view, step.unit());
        if (!canUndo(step)) {
            throw Refusal.rule("partnership.case.refusal.undo-too-late");
        }
        database.sql("insert into partnership.step_undone (done) values (?)")
                .param(done)
                .update();
        trail.record(happening("step-undone", view, participant, step(view, step.phase(), step.step())));
    }

    private Participant require(PartnershipView view, long unit) {
        Participant participant = view.participant(unit).orElseThrow(Refusal::notSeen);
        if (!mine(view).marked().contains(unit)) {
            throw Refusal.notAllowed("refusal.verb.DO_STEPS");
        }
        return participant;
    }

    private Phase.Step step(PartnershipView view, String phase, String step) {
        return phases.variant(view).phase(phase).stream()
                .flatMap(each -> each.steps().stream())
                .filter(each -> each.key().equals(step))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    private static Happening happening(String what, PartnershipView view, Participant unit, Phase.Step step) {
        return Happening.of("partnership." + what, Course.subject(view), view.owner())
                .changing("step", null, step.name().sv())
                .changing("unit", null, unit.name());
    }

    private static StepDone by(StepDone step, PersonName person) {
        return new StepDone(step.id(), step.unit(), step.phase(), step.step(), person, step.at());
    }
}
