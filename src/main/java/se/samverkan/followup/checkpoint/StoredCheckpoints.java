package se.samverkan.followup.checkpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.actionplan.HoldingPlans.HeldIntervention;
import se.samverkan.actionplan.HoldingPlans.HoldingPlan;
import se.samverkan.followup.checkpoint.CheckpointDraft.Given;
import se.samverkan.followup.checkpoint.CheckpointDraft.Judged;
import se.samverkan.followup.checkpoint.CheckpointView.Deed;
import se.samverkan.followup.checkpoint.CheckpointView.FollowOn;
import se.samverkan.followup.checkpoint.CheckpointView.Standing;
import se.samverkan.followup.sign.SignState;
import se.samverkan.followup.sign.SignView;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** Checkpoints in the database, as row-level security lets the actor see them. */
@Repository
class StoredCheckpoints {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredCheckpoints(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    private record Row(
            long id,
            long plan,
            long unit,
            Period term,
            String reading,
            String keep,
            String change,
            String stop,
            int version) {}

    private record Done(long checkpoint, String deed, String words, long by, Instant at) {}

    /** The checkpoints of a plan that somebody has written in or skipped, in time; in five questions, however many they are. */
    List<CheckpointView> ofPlan(long plan) {
        List<Row> rows = database.sql("select * from followup.checkpoint where plan = ? order by term")
                .param(plan)
                .query((row, n) -> row(row))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Long[] ids = rows.stream().map(Row::id).toArray(Long[]::new);
        Map<Long, Map<Long, Judged>> signs = signs(ids);
        Map<Long, Map<Long, Given>> interventions = interventions(ids);
        List<Done> done = done(ids);
        Map<Long, PersonName> called =
                names.of(done.stream().map(Done::by).distinct().toList());
        Map<Long, List<FollowOn>> followOns = followOns(ids);
        return rows.stream()
                .map(row -> view(
                        row,
                        new CheckpointDraft(
                                row.reading(),
                                row.keep(),
                                row.change(),
                                row.stop(),
                                signs.getOrDefault(row.id(), Map.of()),
                                interventions.getOrDefault(row.id(), Map.of())),
                        done.stream()
                                .filter(each -> each.checkpoint() == row.id())
                                .map(each -> new Deed(
                                        each.deed(),
                                        each.words(),
                                        called.getOrDefault(each.by(), NOBODY).name(),
                                        each.at()))
                                .toList(),
                        followOns.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("plan"),
                row.getLong("unit"),
                Period.ofKey(row.getInt("term")),
                row.getString("reading"),
                row.getString("keep"),
                row.getString("change"),
                row.getString("stop"),
                row.getInt("version"));
    }

    private static CheckpointView view(Row row, CheckpointDraft said, List<Deed> deeds, List<FollowOn> followOns) {
        Standing standing = switch (deeds.isEmpty() ? "" : deeds.getLast().deed()) {
            case "CLOSED" -> Standing.CLOSED;
            case "SKIPPED" -> Standing.SKIPPED;
            default -> Standing.OPEN;
        };
        return new CheckpointView(
                row.id(), row.plan(), row.unit(), row.term(), standing, said, row.version(), deeds, followOns);
    }

    private Map<Long, Map<Long, Judged>> signs(Long[] checkpoints) {
        Map<Long, Map<Long, Judged>> signs = new HashMap<>();
        database.sql("select checkpoint, sign, state, words from followup.checkpoint_sign where checkpoint = any (?)")
                .param(checkpoints)
                .query(row -> {
                    signs.computeIfAbsent(row.getLong("checkpoint"), id -> new HashMap<>())
                            .put(
                                    row.getLong("sign"),
                                    new Judged(SignState.valueOf(row.getString("state")), row.getString("words")));
                });
        return signs;
    }

    private Map<Long, Map<Long, Given>> interventions(Long[] checkpoints) {
        Map<Long, Map<Long, Given>> given = new HashMap<>();
        database.sql("""
                        select checkpoint, intervention, state, dose, words from followup.checkpoint_intervention
                        where checkpoint = any (?)
                        """).param(checkpoints).query(row -> {
            given.computeIfAbsent(row.getLong("checkpoint"), id -> new HashMap<>())
                    .put(
                            row.getLong("intervention"),
                            new Given(
                                    InterventionState.valueOf(row.getString("state")),
                                    row.getString("dose"),
                                    row.getString("words")));
        });
        return given;
    }

    private List<Done> done(Long[] checkpoints) {
        return database.sql("""
                        select checkpoint, deed, words, made_by, made_at from followup.checkpoint_deed
                        where checkpoint = any (?) order by id
                        """)
                .param(checkpoints)
                .query((row, n) -> new Done(
                        row.getLong("checkpoint"),
                        row.getString("deed"),
                        row.getString("words"),
                        row.getLong("made_by"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    private Map<Long, List<FollowOn>> followOns(Long[] checkpoints) {
        Map<Long, List<FollowOn>> led = new HashMap<>();
        database.sql(
                        "select checkpoint, kind, words, address from followup.follow_on where checkpoint = any (?) order by id")
                .param(checkpoints)
                .query(row -> {
                    led.computeIfAbsent(row.getLong("checkpoint"), id -> new ArrayList<>())
                            .add(new FollowOn(row.getString("kind"), row.getString("words"), row.getString("address")));
                });
        return led;
    }

    /** The terms of checkpoints that are over or not, by plan, for many plans at once; without what they say. */
    List<Stood> stood(List<Long> plans) {
        return database.sql("""
                        select c.plan, c.term, coalesce((select d.deed from followup.checkpoint_deed d
                            where d.checkpoint = c.id order by d.id desc limit 1), '') as deed
                        from followup.checkpoint c where c.plan = any (?)
                        """)
                .param(plans.toArray(Long[]::new))
                .query((row, n) ->
                        new Stood(row.getLong("plan"), Period.ofKey(row.getInt("term")), row.getString("deed")))
                .list();
    }

    /** Where a checkpoint stands, by its last deed. */
    record Stood(long plan, Period term, String deed) {

        boolean isOver() {
            return deed.equals("CLOSED") || deed.equals("SKIPPED");
        }
    }

    /** Begins one that was awaited. */
    long begin(HoldingPlan plan, Period term) {
        return database.sql("""
                        insert into followup.checkpoint (plan, partnership, organiser, unit, term)
                        values (?, ?, ?, ?, ?) returning id
                        """)
                .params(plan.id(), plan.partnership(), plan.organiser(), plan.unit(), term.key())
                .query(Long.class)
                .single();
    }

    void write(long id, int version, CheckpointDraft said) {
        int rows = database.sql("""
                        update followup.checkpoint set reading = ?, keep = ?, change = ?, stop = ?, version = version + 1,
                            changed_by = access.person(), changed_at = now()
                        where id = ? and version = ?
                        """)
                .params(said.reading(), said.keep(), said.change(), said.stop(), id, version)
                .update();
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    /** Says anew what was judged of the signs; a sign that is no longer in the plan keeps what was said of it. */
    void judge(long id, long unit, List<SignView> signs, Map<Long, Judged> judged) {
        database.sql("delete from followup.checkpoint_sign where checkpoint = ? and sign = any (?)")
                .params(id, signs.stream().map(SignView::id).toArray(Long[]::new))
                .update();
        for (SignView sign : signs) {
            Optional.ofNullable(judged.get(sign.id()))
                    .ifPresent(each -> database.sql("""
                            insert into followup.checkpoint_sign (checkpoint, sign, unit, title, state, words)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                            .params(
                                    id,
                                    sign.id(),
                                    unit,
                                    sign.title(),
                                    each.state().name(),
                                    each.words())
                            .update());
        }
    }

    void give(long id, long unit, List<HeldIntervention> interventions, Map<Long, Given> given) {
        database.sql("delete from followup.checkpoint_intervention where checkpoint = ? and intervention = any (?)")
                .params(id, interventions.stream().map(HeldIntervention::id).toArray(Long[]::new))
                .update();
        for (HeldIntervention part : interventions) {
            Optional.ofNullable(given.get(part.id()))
                    .ifPresent(each -> database.sql("""
                            insert into followup.checkpoint_intervention
                                (checkpoint, intervention, unit, number, title, state, dose, words)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                            .params(
                                    id,
                                    part.id(),
                                    unit,
                                    part.number(),
                                    part.title(),
                                    each.state().name(),
                                    each.dose(),
                                    each.words())
                            .update());
        }
    }

    /** Counts a decision as a change, so that whoever saw the checkpoint before it is told. */
    void turn(long id, int version) {
        int rows = database.sql("update followup.checkpoint set version = version + 1 where id = ? and version = ?")
                .params(id, version)
                .update();
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    void decide(long id, long unit, String deed, String words) {
        database.sql("insert into followup.checkpoint_deed (checkpoint, unit, deed, words) values (?, ?, ?, ?)")
                .params(id, unit, deed, words)
                .update();
    }

    void lead(long id, long unit, FollowOn to) {
        database.sql("insert into followup.follow_on (checkpoint, unit, kind, words, address) values (?, ?, ?, ?, ?)")
                .params(id, unit, to.kind(), to.words(), to.address())
                .update();
    }
}
