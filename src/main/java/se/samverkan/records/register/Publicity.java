package se.samverkan.records.register;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * The door to the rule whether a share between two organisations makes a public document: data by sort of organisation, and
 * what an administrator has said of two organisations, with the reason. It is help for people, never a promise: what the law
 * says of a document is decided when somebody asks for it.
 */
@Component
public class Publicity {

    private final JdbcClient database;
    private final Rights rights;
    private final Directory directory;
    private final AuditTrail trail;

    Publicity(JdbcClient database, Rights rights, Directory directory, AuditTrail trail) {
        this.database = database;
        this.rights = rights;
        this.directory = directory;
        this.trail = trail;
    }

    /**
     * What a share makes of a document.
     *
     * @param outcome a code, in words under {@code publicity.outcome}
     * @param reason a code, in words under {@code publicity.reason}; or what an administrator wrote
     * @param own whether an administrator has said so of these two
     */
    public record Outcome(String outcome, String reason, boolean own) {}

    /** What was said of two organisations. */
    public record Pair(
            long sender,
            String senderName,
            long recipient,
            String recipientName,
            String outcome,
            String reason,
            Instant at) {}

    @Transactional(readOnly = true)
    public Outcome between(long sender, long recipient) {
        return database.sql("select * from records.publicity_between(?, ?)")
                .params(sender, recipient)
                .query((row, n) ->
                        new Outcome(row.getString("outcome"), row.getString("reason"), row.getBoolean("own")))
                .optional()
                .orElseThrow(Refusal::notSeen);
    }

    /** What has been said of two organisations, by the sender's name. */
    @Transactional(readOnly = true)
    public List<Pair> pairs() {
        rights.requireEverywhere(Verb.RULE_PUBLICITY);
        return database.sql("""
                        select p.*, s.name as sender_name, r.name as recipient_name
                        from records.publicity_of_pair p
                        join organisation.organisation s on s.id = p.sender
                        join organisation.organisation r on r.id = p.recipient
                        order by s.name collate "sv-SE-x-icu", r.name collate "sv-SE-x-icu"
                        """)
                .query((row, n) -> new Pair(
                        row.getLong("sender"),
                        row.getString("sender_name"),
                        row.getLong("recipient"),
                        row.getString("recipient_name"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getTimestamp("set_at").toInstant()))
                .list();
    }

    /** Says of two organisations what a share from the one to the other makes, and why. */
    @Transactional
    public void rule(long sender, long recipient, String outcome, String reason) {
        rights.requireEverywhere(Verb.RULE_PUBLICITY);
        if (sender == recipient) {
            throw Refusal.rule("publicity.refusal.same");
        }
        if (reason.isBlank()) {
            throw Refusal.rule("publicity.refusal.reason");
        }
        String before = between(sender, recipient).outcome();
        database.sql("""
                        insert into records.publicity_of_pair (sender, recipient, outcome, reason) values (?, ?, ?, ?)
                        on conflict (sender, recipient) do update set outcome = excluded.outcome,
                            reason = excluded.reason, version = publicity_of_pair.version + 1,
                            set_by = access.person(), set_at = now()
                        """).params(sender, recipient, outcome, reason).update();
        trail.record(happening("publicity.ruled", sender, recipient)
                .changing("publicity.outcome", before, outcome)
                .changing("reason", null, reason));
    }

    /** Takes that back: the rule by sort of organisation holds again. */
    @Transactional
    public void unrule(long sender, long recipient) {
        rights.requireEverywhere(Verb.RULE_PUBLICITY);
        String before = between(sender, recipient).outcome();
        int gone = database.sql("delete from records.publicity_of_pair where sender = ? and recipient = ?")
                .params(sender, recipient)
                .update();
        if (gone == 0) {
            throw Refusal.stale();
        }
        trail.record(happening("publicity.unruled", sender, recipient).changing("publicity.outcome", before, null));
    }

    private Happening happening(String deed, long sender, long recipient) {
        String name = directory.nameOfOrganisation(sender).orElse("") + " – "
                + directory.nameOfOrganisation(recipient).orElse("");
        return Happening.of(deed, new Happening.Subject("publicity", sender + " " + recipient, name), null);
    }
}
