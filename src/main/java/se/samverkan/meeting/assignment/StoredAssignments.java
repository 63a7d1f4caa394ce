package se.samverkan.meeting.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.assignment.AssignmentView.Report;
import se.samverkan.shared.Refusal;

/** The assignments and their reports in the database, as row-level security lets the actor see them. */
@Repository
class StoredAssignments {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredAssignments(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    /** An assignment as it is to be. */
    record Draft(String what, long person, Optional<LocalDate> due, Optional<Long> item) {}

    /** An assignment that waits, with the meeting that it came of. */
    record Waiting(
            long id, long meeting, String what, @Nullable LocalDate due, String organiser) {}

    private record RowReport(long assignment, Report report, long by) {}

    List<AssignmentView> ofMeeting(long meeting) {
        return read(database.sql("select * from meeting.assignment where meeting = ? order by id")
                .param(meeting));
    }

    /** Those of the earlier meetings at the same place: of the last one all, of those before it what is not done. */
    List<AssignmentView> before(MeetingView meeting) {
        return read(database.sql("""
                        with earlier as (
                            select m.id, row_number() over (order by m.starts_at desc, m.id desc) as back
                            from meeting.meeting m join meeting.meeting now on now.id = ?
                            where m.partnership = now.partnership and m.unit is not distinct from now.unit
                              and m.standing <> 'CANCELLED' and (m.starts_at, m.id) < (now.starts_at, now.id)
                        )
                        select a.* from meeting.assignment a join earlier e on e.id = a.meeting
                        where a.removed_at is null and (e.back = 1 or not exists (
                            select from meeting.report r where r.assignment = a.id and r.done))
                        order by e.back desc, a.id
                        """).param(meeting.id()));
    }

    Optional<AssignmentView> find(long meeting, long id) {
        return read(database.sql("select * from meeting.assignment where meeting = ? and id = ?")
                        .params(meeting, id))
                .stream()
                .findFirst();
    }

    private List<AssignmentView> read(StatementSpec query) {
        List<AssignmentView> bare = query.query((row, n) -> bare(row)).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<RowReport>> reports = reports(bare);
        Map<Long, PersonName> called = names.of(Stream.concat(
                        bare.stream().map(AssignmentView::person),
                        reports.values().stream().flatMap(List::stream).map(RowReport::by))
                .distinct()
                .toList());
        return bare.stream()
                .map(each -> with(each, reports.getOrDefault(each.id(), List.of()), called))
                .toList();
    }

    private Map<Long, List<RowReport>> reports(List<AssignmentView> assignments) {
        return database
                .sql("""
                        select r.*, coalesce(f.name, '') as file_name
                        from meeting.report r left join records.file f on f.id = r.file
                        where r.assignment = any (?) order by r.made_at, r.id
                        """)
                .param(assignments.stream().map(AssignmentView::id).toArray(Long[]::new))
                .query((row, n) -> new RowReport(
                        row.getLong("assignment"),
                        new Report(
                                row.getLong("id"),
                                row.getString("words"),
                                Optional.ofNullable(row.getObject("file", Long.class)),
                                row.getString("file_name"),
                                row.getBoolean("done"),
                                NOBODY,
                                row.getTimestamp("made_at").toInstant()),
                        row.getLong("made_by")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(RowReport::assignment));
    }

    private static AssignmentView bare(ResultSet row) throws SQLException {
        return new AssignmentView(
                row.getLong("id"),
                row.getLong("meeting"),
                Optional.ofNullable(row.getObject("agenda_item", Long.class)),
                row.getString("what"),
                row.getLong("person"),
                NOBODY,
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                List.of(),
                row.getLong("person") == Actor.current().person(),
                row.getInt("version"),
                Optional.ofNullable(row.getTimestamp("removed_at")).map(java.sql.Timestamp::toInstant));
    }

    private static AssignmentView with(AssignmentView bare, List<RowReport> reports, Map<Long, PersonName> called) {
        return new AssignmentView(
                bare.id(),
                bare.meeting(),
                bare.item(),
                bare.what(),
                bare.person(),
                called.getOrDefault(bare.person(), NOBODY),
                bare.due(),
                reports.stream()
                        .map(each -> by(each.report(), called.getOrDefault(each.by(), NOBODY)))
                        .toList(),
                bare.mine(),
                bare.version(),
                bare.removed());
    }

    private static Report by(Report report, PersonName name) {
        return new Report(
                report.id(), report.words(), report.file(), report.fileName(), report.done(), name, report.at());
    }

    boolean mayWrite(long meeting) {
        return database.sql("select ? = any (meeting.written())")
                .param(meeting)
                .query(Boolean.class)
                .single();
    }

    long add(long meeting, Draft draft) {
        return database.sql("""
                        insert into meeting.assignment (meeting, agenda_item, what, person, due)
                        values (:meeting, (select id from meeting.agenda_item where id = :item and meeting = :meeting),
                            :what, :person, :due)
                        returning id
                        """)
                .param("meeting", meeting)
                .param("item", orNull(draft.item()))
                .param("what", draft.what())
                .param("person", draft.person())
                .param("due", orNull(draft.due()))
                .query(Long.class)
                .single();
    }

    void change(long id, int version, Draft draft) {
        changed(database.sql("""
                        update meeting.assignment set what = ?, person = ?, due = ?, version = version + 1
                        where id = ? and version = ? and removed_at is null
                        """)
                .param(draft.what())
                .param(draft.person())
                .param(orNull(draft.due()))
                .param(id)
                .param(version)
                .update());
    }

    void remove(long id, boolean removed) {
        database.sql("""
                        update meeting.assignment set version = version + 1,
                            removed_by = case when :removed then access.person() end,
                            removed_at = case when :removed then now() end
                        where id = :id
                        """).param("removed", removed).param("id", id).update();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    void report(long assignment, String words, Optional<Long> file, boolean done) {
        database.sql("insert into meeting.report (assignment, words, file, done) values (?, ?, ?, ?)")
                .param(assignment)
                .param(words)
                .param(orNull(file))
                .param(done)
                .update();
    }

    /** What waits for the actor: assignments that nobody has said are done. */
    List<Waiting> waiting() {
        return database.sql("""
                        select a.id, a.meeting, a.what, a.due, o.name as organiser
                        from meeting.assignment a join meeting.meeting m on m.id = a.meeting
                        join organisation.organisation o on o.id = m.organiser
                        where a.person = access.person() and a.removed_at is null
                          and not exists (select from meeting.report r where r.assignment = a.id and r.done)
                        order by a.due nulls last, a.id
                        """).query(Waiting.class).list();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
