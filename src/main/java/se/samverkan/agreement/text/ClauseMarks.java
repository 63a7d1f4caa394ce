package se.samverkan.agreement.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.AgreementText.Secret;
import se.samverkan.records.mark.MarkView;
import se.samverkan.records.mark.Markable;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;

/**
 * The door to secrecy marks on clauses. A clause is kept apart before it is marked, in all texts of the partnership: then the mark
 * follows it through copies, editions and amendments. In documents it says that it is marked, whoever draws them up, with the
 * checksum by which the words are known again.
 */
@Component
public class ClauseMarks implements Markable {

    static final String KIND = "agreement-clause";

    private final Agreements agreements;
    private final StoredAgreements store;
    private final StoredClauseWords words;
    private final JdbcClient database;
    private final Marks marks;
    private final AuditTrail trail;
    private final Words swedish;

    ClauseMarks(
            Agreements agreements,
            StoredAgreements store,
            StoredClauseWords words,
            JdbcClient database,
            Marks marks,
            AuditTrail trail,
            MessageSource messages) {
        this.agreements = agreements;
        this.store = store;
        this.words = words;
        this.database = database;
        this.marks = marks;
        this.trail = trail;
        this.swedish = new Words(messages, Words.SWEDISH);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String field() {
        return "words";
    }

    @Override
    public Optional<Record> find(long about) {
        return database.sql("""
                        select c.id, c.heading, a.id as agreement from agreement.clause c
                        join agreement.agreement a on a.partnership = c.partnership
                        where c.id = ? and a.id = any ((select agreement.drawn_up())::bigint[])
                        order by a.number desc limit 1
                        """)
                .param(about)
                .query((row, n) -> new Marked(row.getLong("id"), row.getString("heading"), row.getLong("agreement")))
                .optional()
                .flatMap(found -> agreements
                        .find(found.agreement())
                        .map(agreement -> new Record(
                                about,
                                Agreements.own(agreement),
                                found.heading(),
                                AgreementController.address(found.agreement()))));
    }

    private record Marked(long id, String heading, long agreement) {}

    /** The marks that stand on clauses of a text, by the clauses' ids. */
    @Transactional(readOnly = true)
    public Map<Long, MarkView> of(AgreementText text) {
        return marks.of(KIND, ids(text));
    }

    private static List<Long> ids(AgreementText text) {
        return text.clauses().stream()
                .map(Clause::secret)
                .filter(Objects::nonNull)
                .map(Secret::id)
                .toList();
    }

    /**
     * Keeps a clause apart, so that it can be marked.
     *
     * @return its id among what can be marked
     */
    @Transactional
    public long keepApart(long id, String key) {
        store.lock(id);
        AgreementView agreement = agreements.agreement(id);
        if (agreement.party().isEmpty()) {
            throw Refusal.notAllowed("refusal.verb.DRAW_UP_AGREEMENT");
        }
        Clause clause = agreement.shown().clause(key).orElseThrow(Refusal::notSeen);
        Secret secret = clause.secret();
        if (secret != null) {
            return secret.id();
        }
        long kept = words.keepApart(id, clause);
        trail.record(Agreements.happening("clause-kept-apart", agreement).changing("clause", null, clause.heading()));
        return kept;
    }

    /** What a clause says in a document: of what is marked only that it is, and the checksum of the words. */
    String drawn(Clause clause, Map<Long, MarkView> standing) {
        Secret secret = clause.secret();
        MarkView mark = secret == null ? null : standing.get(secret.id());
        return secret == null || mark == null
                ? clause.words()
                : swedish.text("agreement.document.left-out", mark.provision(), secret.checksum());
    }

    /**
     * What the log tells to the reader. From before a clause was kept apart it holds its words, so where one is shut to the reader
     * the changes of clauses are left out.
     */
    static List<RecordLog.Line> told(List<RecordLog.Line> log, Map<Long, MarkView> standing) {
        return standing.values().stream().noneMatch(MarkView::shut)
                ? log
                : log.stream().map(ClauseMarks::withoutClauses).toList();
    }

    private static RecordLog.Line withoutClauses(RecordLog.Line line) {
        return new RecordLog.Line(
                line.at(),
                line.who(),
                line.what(),
                line.subject(),
                line.onBehalfOf(),
                line.changes().stream()
                        .filter(change -> !change.field().equals("clause"))
                        .toList());
    }
}
