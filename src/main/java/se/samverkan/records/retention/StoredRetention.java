package se.samverkan.records.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.records.retention.ProposalView.Decision;
import se.samverkan.records.retention.RetentionSource.Due;

/** Where rules, lists and decisions are kept; row-level security leaves them to those who may dispose. */
@Repository
class StoredRetention {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    StoredRetention(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    List<RetentionRule> rules() {
        return database.sql(
                        "select kind, years, reason, legal_ground, version from records.retention_rule order by kind")
                .query(RetentionRule.class)
                .list();
    }

    Optional<RetentionRule> rule(String kind) {
        return rules().stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    /** @return false when somebody else has changed it since */
    boolean change(RetentionRule rule) {
        return database.sql("""
                        update records.retention_rule set years = ?, reason = ?, legal_ground = ?, version = version + 1,
                            decided_by = access.person(), decided_at = now()
                        where kind = ? and version = ?
                        """)
                        .params(rule.years(), rule.reason(), rule.legalGround(), rule.kind(), rule.version())
                        .update()
                == 1;
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    /** Waits for somebody else who decides the same list, until the transaction ends. */
    void hold(long proposal) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('records.disposal ' || ?, 0))")
                .param(proposal)
                .query(row -> {});
    }

    long propose(RetentionRule rule, LocalDate dueBy, String reason, List<Due> items) {
        long id = database.sql("""
                        insert into records.disposal_proposal (kind, due_by, rule_version, reason) values (?, ?, ?, ?)
                        returning id
                        """)
                .params(rule.kind(), dueBy, rule.version(), reason)
                .query(Long.class)
                .single();
        batches.batchUpdate(
                "insert into records.disposal_item (proposal, item, label, rested_on) values (?, ?, ?, ?)",
                items.stream()
                        .map(each -> new Object[] {id, each.item(), each.label(), each.restedOn()})
                        .toList());
        return id;
    }

    /** The lists, those that wait first, then the newest. */
    List<ProposalView> proposals(int most) {
        return database.sql(SELECT + " order by d.proposal is not null, p.id desc limit ?")
                .param(most)
                .query((row, n) -> proposal(row))
                .list();
    }

    Optional<ProposalView> proposal(long id) {
        return database.sql(SELECT + " where p.id = ?")
                .param(id)
                .query((row, n) -> proposal(row))
                .optional();
    }

    private static final String SELECT = """
            select p.*, d.disposed, d.words, d.items as gone, d.decided_by, d.decided_at,
                (select count(*) from records.disposal_item i where i.proposal = p.id) as items
            from records.disposal_proposal p left join records.disposal_decision d on d.proposal = p.id
            """;

    private static ProposalView proposal(ResultSet row) throws SQLException {
        var decidedAt = row.getTimestamp("decided_at");
        return new ProposalView(
                row.getLong("id"),
                row.getString("kind"),
                row.getObject("due_by", LocalDate.class),
                row.getInt("rule_version"),
                row.getString("reason"),
                row.getLong("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getInt("items"),
                decidedAt == null
                        ? null
                        : new Decision(
                                row.getBoolean("disposed"),
                                row.getString("words"),
                                row.getInt("gone"),
                                row.getLong("decided_by"),
                                decidedAt.toInstant()));
    }

    /** What stands on a list; without its name once it has gone. */
    List<Due> items(long proposal) {
        return database.sql("""
                        select item, coalesce(label, '') as label, rested_on from records.disposal_item
                        where proposal = ? order by rested_on, item
                        """).param(proposal).query(Due.class).list();
    }

    void decide(long proposal, boolean disposed, String words, int items) {
        database.sql("insert into records.disposal_decision (proposal, disposed, words, items) values (?, ?, ?, ?)")
                .params(proposal, disposed, words, items)
                .update();
        if (disposed) {
            database.sql("update records.disposal_item set label = null where proposal = ?")
                    .param(proposal)
                    .update();
        }
    }
}
