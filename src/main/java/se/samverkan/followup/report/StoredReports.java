package se.samverkan.followup.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.agreement.ToldDeviations.Told;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.report.ReportView.Deed;
import se.samverkan.followup.report.ReportView.Standing;
import se.samverkan.shared.AskedOnce;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** Reports in the database, as row-level security lets the actor see them. */
@Repository("storedFollowUpReports")
class StoredReports {

    private static final PersonName NOBODY = new PersonName("", null);

    private static final String HEADS = """
            select r.*, coalesce((select d.deed from followup.report_deed d where d.report = r.id order by d.id desc limit 1), '')
                as deed
            from followup.report r
            """;

    private final JdbcClient database;
    private final StoredReportTexts texts;
    private final Names names;

    StoredReports(JdbcClient database, StoredReportTexts texts, Names names) {
        this.database = database;
        this.texts = texts;
        this.names = names;
    }

    /** The reports of a plan, without what they say; the newest first. */
    List<ReportView> ofPlan(long plan) {
        return database.sql(HEADS + " where r.plan = ? order by r.term desc, r.kind")
                .param(plan)
                .query((row, n) -> head(row))
                .list();
    }

    /** The ids of all that the actor reads. */
    List<Long> readable() {
        return database.sql("select id from followup.report order by id")
                .query(Long.class)
                .list();
    }

    Optional<ReportView> find(long id) {
        return AskedOnce.in(StoredReports.class, id, () -> asked(id));
    }

    private Optional<ReportView> asked(long id) {
        return database.sql(HEADS + " where r.id = ?")
                .param(id)
                .query((row, n) -> head(row))
                .optional()
                .map(this::whole);
    }

    private static ReportView head(ResultSet row) throws SQLException {
        return new ReportView(
                row.getLong("id"),
                row.getLong("plan"),
                row.getLong("agency"),
                row.getLong("unit"),
                ReportKind.valueOf(row.getString("kind")),
                Period.ofKey(row.getInt("term")),
                switch (row.getString("deed")) {
                    case "ADOPTED" -> Standing.ADOPTED;
                    case "APPROVED" -> Standing.APPROVED;
                    case "HANDED_IN" -> Standing.HANDED_IN;
                    default -> Standing.DRAFT;
                },
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.ofNullable(row.getObject("document", Long.class)),
                row.getInt("version"));
    }

    private ReportView whole(ReportView head) {
        return new ReportView(
                head.id(),
                head.plan(),
                head.agency(),
                head.unit(),
                head.kind(),
                head.term(),
                head.standing(),
                texts.areas(head.id()),
                texts.parts(head.id()),
                deviations(head.id()),
                deeds(head.id()),
                head.document(),
                head.version());
    }

    private List<Told> deviations(long report) {
        return database.sql("select * from followup.report_deviation where report = ? order by number")
                .param(report)
                .query((row, n) -> new Told(
                        row.getObject("deviates_from", LocalDate.class),
                        row.getString("what"),
                        row.getString("why"),
                        row.getString("answer")))
                .list();
    }

    /** Lists anew what deviates. */
    void list(ReportView report, List<Told> deviations) {
        database.sql("delete from followup.report_deviation where report = ?")
                .param(report.id())
                .update();
        for (int number = 0; number < deviations.size(); number++) {
            Told each = deviations.get(number);
            database.sql("""
                            insert into followup.report_deviation (report, number, unit, deviates_from, what, why, answer)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(report.id(), number, report.unit(), each.from(), each.what(), each.why(), each.answer())
                    .update();
        }
    }

    private record Done(Deed deed, long by) {}

    private List<Deed> deeds(long report) {
        List<Done> done = database.sql("select * from followup.report_deed where report = ? order by id")
                .param(report)
                .query((row, n) -> new Done(
                        new Deed(row.getString("deed"), row.getString("words"), "", instant(row)),
                        row.getLong("made_by")))
                .list();
        Map<Long, PersonName> called =
                names.of(done.stream().map(Done::by).distinct().toList());
        return done.stream()
                .map(each -> new Deed(
                        each.deed().deed(),
                        each.deed().words(),
                        called.getOrDefault(each.by(), NOBODY).name(),
                        each.deed().at()))
                .toList();
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("made_at").toInstant();
    }

    long begin(FollowedPlan plan, ReportKind kind, Period term) {
        return database.sql("""
                        insert into followup.report (plan, partnership, agency, organiser, unit, kind, term)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        plan.id(),
                        plan.partnership().id(),
                        plan.partnership().owner(),
                        plan.partnership().organiser(),
                        plan.plan().unit(),
                        kind.name(),
                        term.key())
                .query(Long.class)
                .single();
    }

    void turn(long id, int version) {
        int rows = database.sql("""
                        update followup.report set version = version + 1, changed_by = access.person(), changed_at = now()
                        where id = ? and version = ?
                        """).params(id, version).update();
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    void decide(ReportView report, String deed, String words) {
        database.sql("insert into followup.report_deed (report, unit, deed, words) values (?, ?, ?, ?)")
                .params(report.id(), report.unit(), deed, words)
                .update();
    }

    void filed(long id, long document) {
        database.sql("update followup.report set document = ? where id = ?")
                .params(document, id)
                .update();
    }

    /** Whoever comes second waits until the first is done. */
    void lock(long plan) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('followup', ?))")
                .param(plan)
                .query(rows -> {});
    }

    /** Those whom the follow-up of a unit concerns. */
    List<Long> people(long unit) {
        return database.sql("select person from followup.people_of(?)")
                .param(unit)
                .query(Long.class)
                .list();
    }

    boolean approves(long unit) {
        return database.sql("select ? = any (followup.approved_units())")
                .param(unit)
                .query(Boolean.class)
                .single();
    }

    /** How a unit's final report stands. */
    record FinalReport(long unit, boolean adopted) {}

    List<FinalReport> finals(long partnership) {
        return database.sql("select unit, adopted from followup.final_reports(?)")
                .param(partnership)
                .query(FinalReport.class)
                .list();
    }
}
