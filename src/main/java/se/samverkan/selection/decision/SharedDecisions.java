package se.samverkan.selection.decision;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.decision.SharedDecision.OwnUnit;
import se.samverkan.selection.decision.StoredDecisions.Format;
import se.samverkan.shared.Refusal;

/**
 * The door to decisions for those outside their rounds: organisers read what has been shared with them, registrars what their
 * own organisation has decided. What a decision was made of stays with the round's people.
 */
@Component
public class SharedDecisions {

    private final StoredDecisions decisions;
    private final JdbcClient database;
    private final Rights rights;

    SharedDecisions(StoredDecisions decisions, JdbcClient database, Rights rights) {
        this.decisions = decisions;
        this.database = database;
        this.rights = rights;
    }

    /** Whether the actor could be told of decisions at all. */
    public boolean concernActor() {
        return rights.allow(Verb.READ_DECISION) || rights.allow(Verb.READ_REGISTER);
    }

    /** The decisions that the actor may read, the newest first. */
    @Transactional(readOnly = true)
    public List<SharedDecision> all() {
        if (!concernActor()) {
            rights.require(Verb.READ_DECISION);
        }
        return database.sql("select * from selection.decisions() order by decided_at desc, round desc")
                .query((row, n) -> new SharedDecision(
                        row.getLong("round"),
                        row.getString("name"),
                        row.getString("purpose"),
                        row.getString("cohort"),
                        row.getLong("owner"),
                        row.getString("case_number"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("shared_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("message")).orElse(""),
                        row.getBoolean("shared")))
                .list();
    }

    @Transactional(readOnly = true)
    public SharedDecision decision(long round) {
        if (!concernActor()) {
            throw Refusal.notSeen();
        }
        return all().stream().filter(each -> each.round() == round).findFirst().orElseThrow(Refusal::notSeen);
    }

    /** The reader's own units in a decision, by name as a Swede sorts; none where the reader keeps the register only. */
    @Transactional(readOnly = true)
    public List<OwnUnit> ownUnits(long round) {
        return database.sql("select * from selection.own_units(?)")
                .param(round)
                .query((row, n) -> new OwnUnit(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("organiser"),
                        Part.valueOf(row.getString("part")),
                        row.getInt("number"),
                        row.getBoolean("called"),
                        row.getBoolean("replaced")))
                .list();
    }

    @Transactional(readOnly = true)
    public byte[] document(long round, Format format) {
        return decisions.document(decision(round).round(), format).orElseThrow(Refusal::notSeen);
    }

    /** The SHA-256 of the document, in hex. */
    @Transactional(readOnly = true)
    public String checksum(long round, Format format) {
        return decisions.checksum(round, format).orElseThrow(Refusal::notSeen);
    }
}
