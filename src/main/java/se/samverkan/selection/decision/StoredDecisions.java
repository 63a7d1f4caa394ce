package se.samverkan.selection.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.decision.DecisionView.Decision;
import se.samverkan.selection.decision.DecisionView.HandedBack;
import se.samverkan.selection.decision.DecisionView.Proposal;
import se.samverkan.selection.decision.DecisionView.Recusal;
import se.samverkan.selection.decision.RoundEnding.State;
import se.samverkan.shared.Refusal;

/** Where proposals, recusals and decisions are kept, and the documents of the decisions. Nothing is changed once it is written. */
@Repository
public class StoredDecisions {

    private final JdbcClient database;

    StoredDecisions(JdbcClient database) {
        this.database = database;
    }

    /** The formats of a decision as a document. */
    enum Format {
        PDF,
        DOCX
    }

    DecisionView of(long round) {
        return new DecisionView(proposals(round), recusals(round), decision(round));
    }

    private List<Proposal> proposals(long round) {
        return database.sql("""
                        select p.version, p.reasons, p.case_number, p.interest, p.proposed_by, p.proposed_at,
                            selection.name_in(p.round, p.proposed_by) as by,
                            h.reason, selection.name_in(h.round, h.made_by) as handed_back_by, h.made_at
                        from selection.proposal p
                        left join selection.handing_back h on h.round = p.round and h.proposal = p.version
                        where p.round = ? order by p.version desc
                        """).param(round).query((row, n) -> proposal(row)).list();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Proposal(
                row.getInt("version"),
                row.getString("reasons"),
                row.getString("case_number"),
                row.getString("interest"),
                row.getLong("proposed_by"),
                row.getString("by"),
                row.getTimestamp("proposed_at").toInstant(),
                reason == null
                        ? Optional.empty()
                        : Optional.of(new HandedBack(
                                reason,
                                row.getString("handed_back_by"),
                                row.getTimestamp("made_at").toInstant())));
    }

    private List<Recusal> recusals(long round) {
        return database.sql("""
                        select person, reason, selection.name_in(round, person) as by, made_at
                        from selection.recusal where round = ? order by made_at
                        """)
                .param(round)
                .query((row, n) -> new Recusal(
                        row.getLong("person"),
                        row.getString("reason"),
                        row.getString("by"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    private Optional<Decision> decision(long round) {
        return database.sql("""
                        select proposal, reasons, interest, selection.name_in(round, decided_by) as by, decided_at
                        from selection.decision where round = ?
                        """)
                .param(round)
                .query((row, n) -> new Decision(
                        row.getInt("proposal"),
                        row.getString("reasons"),
                        row.getString("interest"),
                        row.getString("by"),
                        row.getTimestamp("decided_at").toInstant()))
                .optional();
    }

    /** How far the end of a round has come. */
    public RoundEnding ending(long round) {
        return database.sql("""
                        select case when selection.is_decided(?) then 'MADE'
                                when selection.open_proposal(?) is not null then 'WAITING' else 'NONE' end as state,
                            exists (select from selection.sharing where round = ?) as shared,
                            (select count(*) from selection.replacement where round = ?) as replaced
                        """)
                .params(round, round, round, round)
                .query((row, n) -> new RoundEnding(
                        State.valueOf(row.getString("state")), row.getBoolean("shared"), row.getInt("replaced")))
                .single();
    }

    boolean isMade(long round) {
        return database.sql("select selection.is_decided(?)")
                .param(round)
                .query(Boolean.class)
                .single();
    }

    void propose(long round, int version, String reasons, String caseNumber, String interest) {
        database.sql("""
                        insert into selection.proposal (round, version, reasons, case_number, interest)
                        values (?, ?, ?, ?, ?)
                        """).params(round, version, reasons, caseNumber, interest).update();
    }

    void handBack(long round, int proposal, String reason) {
        database.sql("insert into selection.handing_back (round, proposal, reason) values (?, ?, ?)")
                .params(round, proposal, reason)
                .update();
    }

    void standAside(long round, String reason) {
        try {
            database.sql("insert into selection.recusal (round, reason) values (?, ?)")
                    .params(round, reason)
                    .update();
        } catch (DuplicateKeyException already) {
            throw Refusal.rule("selection.refusal.stands-aside");
        }
    }

    void decide(long round, int proposal, String reasons, String interest) {
        database.sql("insert into selection.decision (round, proposal, reasons, interest) values (?, ?, ?, ?)")
                .params(round, proposal, reasons, interest)
                .update();
    }

    void keep(long round, Format format, byte[] document) {
        database.sql("insert into selection.decision_document (round, format, content) values (?, ?, ?)")
                .params(round, format.name(), document)
                .update();
    }

    /** The document of a decision that the reader may read, byte by byte as it was when it was made. */
    Optional<byte[]> document(long round, Format format) {
        return database.sql("select content from selection.decision_document where round = ? and format = ?")
                .params(round, format.name())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The SHA-256 of the document, in hex. */
    Optional<String> checksum(long round, Format format) {
        return database.sql("""
                        select encode(checksum, 'hex') from selection.decision_document where round = ? and format = ?
                        """)
                .params(round, format.name())
                .query(String.class)
                .optional();
    }
}
