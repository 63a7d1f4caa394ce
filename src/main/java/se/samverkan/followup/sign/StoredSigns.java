package se.samverkan.followup.sign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.actionplan.HoldingPlans.HeldSign;
import se.samverkan.actionplan.HoldingPlans.HoldingPlan;

/** Signs and notes in the database, as row-level security lets the actor see them. */
@Repository
class StoredSigns {

    private static final String SIGNS = """
            select s.*, u.name as unit_name from followup.sign s join organisation.unit u on u.id = s.unit
            """;

    private final JdbcClient database;

    StoredSigns(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a sign as the plan says it now. */
    void keep(HoldingPlan plan, HeldGoal goal, HeldSign sign, int position) {
        database.sql("""
                        insert into followup.sign
                            (id, plan, partnership, organiser, unit, goal, goal_title, title, whose, position)
                        values (:id, :plan, :partnership, :organiser, :unit, :goal, :goalTitle, :title, :whose, :position)
                        on conflict (id) do update set goal = :goal, goal_title = :goalTitle, title = :title,
                            whose = :whose, position = :position, taken_out_on = null
                        """)
                .param("id", sign.id())
                .param("plan", plan.id())
                .param("partnership", plan.partnership())
                .param("organiser", plan.organiser())
                .param("unit", plan.unit())
                .param("goal", goal.id())
                .param("goalTitle", goal.title())
                .param("title", sign.title())
                .param("whose", sign.whose())
                .param("position", position)
                .update();
    }

    /** Says that the signs of a plan which are not among these are no longer in it. */
    void takeOut(long plan, Collection<Long> standing) {
        database.sql("""
                        update followup.sign set taken_out_on = access.today()
                        where plan = ? and taken_out_on is null and id <> all (?)
                        """).params(plan, standing.toArray(Long[]::new)).update();
    }

    List<SignView> ofPlan(long plan) {
        return database.sql(SIGNS + " where s.plan = ? order by s.position, s.id")
                .param(plan)
                .query((row, n) -> sign(row))
                .list();
    }

    /** Those that stand at the units where the actor can note them, of cases that go on. */
    List<SignView> toNote() {
        return database.sql(SIGNS + """
                        where s.taken_out_on is null and s.unit = any ((select followup.units_for('NOTE_SIGNS'))::bigint[])
                            and not partnership.rests(s.partnership, s.unit)
                        order by u.name collate "sv-SE-x-icu", s.plan, s.position, s.id limit 200
                        """).query((row, n) -> sign(row)).list();
    }

    Optional<SignView> find(long sign) {
        return database.sql(SIGNS + " where s.id = ?")
                .param(sign)
                .query((row, n) -> sign(row))
                .optional();
    }

    /** Whether the unit takes part no longer. */
    boolean rests(long sign) {
        return database.sql("select partnership.rests(s.partnership, s.unit) from followup.sign s where s.id = ?")
                .param(sign)
                .query(Boolean.class)
                .single();
    }

    boolean mayNote(long unit) {
        return database.sql("select ? = any (followup.units_for('NOTE_SIGNS'))")
                .param(unit)
                .query(Boolean.class)
                .single();
    }

    private static SignView sign(ResultSet row) throws SQLException {
        return new SignView(
                row.getLong("id"),
                row.getLong("plan"),
                row.getLong("unit"),
                row.getString("unit_name"),
                row.getLong("organiser"),
                row.getLong("goal"),
                row.getString("goal_title"),
                row.getString("title"),
                row.getString("whose"),
                Optional.ofNullable(row.getObject("taken_out_on", LocalDate.class)));
    }

    long note(SignView sign, NoteDraft draft) {
        return database.sql("""
                        insert into followup.sign_note (sign, unit, state, words, seen_on, file, made_by)
                        values (?, ?, ?, ?, ?, ?, access.person()) returning id
                        """)
                .params(
                        sign.id(),
                        sign.unit(),
                        draft.state().name(),
                        draft.words().text(),
                        draft.seenOn())
                .param(draft.file().orElse(null))
                .query(Long.class)
                .single();
    }

    /** A note with the id of whoever made it, 0 for nobody by name. */
    record Bare(NoteView note, long by) {}

    /** The notes of the signs of a plan, the newest first. */
    List<Bare> notes(long plan) {
        return notes(" join followup.sign s on s.id = n.sign where s.plan = ?", plan);
    }

    /** The notes of a sign that the actor reads, the newest first. */
    List<Bare> notesOf(long sign) {
        return notes(" where n.sign = ?", sign);
    }

    private List<Bare> notes(String which, long about) {
        return database.sql(
                        "select n.*, f.name as file_name from followup.sign_note n left join records.file f on f.id = n.file"
                                + which + " order by n.seen_on desc, n.id desc limit 500")
                .param(about)
                .query((row, n) -> new Bare(note(row), row.getLong("made_by")))
                .list();
    }

    private static NoteView note(ResultSet row) throws SQLException {
        Long file = row.getObject("file", Long.class);
        return new NoteView(
                row.getLong("id"),
                row.getLong("sign"),
                SignState.valueOf(row.getString("state")),
                row.getString("words"),
                row.getObject("seen_on", LocalDate.class),
                NoteView.Standing.valueOf(row.getString("standing")),
                Optional.empty(),
                file == null
                        ? Optional.empty()
                        : Optional.of(new NoteView.Evidence(
                                file,
                                Optional.ofNullable(row.getString("file_name")).orElse(""))));
    }

    /** Takes a note that waits in, or sets it aside; false where somebody else was first. */
    boolean settle(long note, NoteView.Standing standing) {
        return database.sql("""
                        update followup.sign_note set standing = ?, settled_by = access.person()
                        where id = ? and standing = 'WAITS'
                        """).params(standing.name(), note).update() == 1;
    }

    Optional<String> code(long plan) {
        return database.sql("select code from followup.sign_code where plan = ? and closed_at is null")
                .param(plan)
                .query(String.class)
                .optional();
    }

    void openCode(HoldingPlan plan, String code) {
        database.sql("insert into followup.sign_code (plan, unit, code) values (?, ?, ?)")
                .params(plan.id(), plan.unit(), code)
                .update();
    }

    void closeCode(long plan) {
        database.sql("""
                        update followup.sign_code set closed_by = access.person(), closed_at = now()
                        where plan = ? and closed_at is null
                        """).param(plan).update();
    }
}
