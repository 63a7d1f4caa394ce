package se.samverkan.notice.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.outbox.OutboxView.Row;
import se.samverkan.notice.outbox.OutboxView.Server;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Installation;

/** The door for those who keep the mail in order: who waits for what and why, never what it says. */
@Component
class OutboxKeeping {

    private static final String ROWS = """
            select o.person, e.kind, e.told_at, o.attempts, coalesce(o.problem, '') as problem,
                case when o.state = 'WAITING' then o.try_at end as next
            from notice.outbox o join notice.event e on e.id = o.event
            where o.state = 'GIVEN_UP' or o.state = 'WAITING' and (o.urgency = 'MUST_ACT' or o.attempts > 0)
            order by e.told_at desc, o.id desc limit 100
            """;

    private final JdbcClient database;
    private final Rights rights;
    private final Names names;
    private final Installation installation;
    private final MailSettings settings;
    private final AuditTrail trail;
    private final Clock clock;

    OutboxKeeping(
            JdbcClient database,
            Rights rights,
            Names names,
            Installation installation,
            MailSettings settings,
            AuditTrail trail,
            Clock clock) {
        this.database = database;
        this.rights = rights;
        this.names = names;
        this.installation = installation;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** How many there are of each. */
    private record Counts(long waiting, long daily, long givenUp, long sentToday, long unanswered) {}

    @Transactional(readOnly = true)
    public OutboxView view() {
        rights.requireEverywhere(Verb.MANAGE_MAIL);
        Counts counts = database.sql("""
                        select count(*) filter (where state = 'WAITING' and urgency = 'MUST_ACT') as waiting,
                            count(*) filter (where state = 'WAITING' and urgency = 'DIGEST') as daily,
                            count(*) filter (where state = 'GIVEN_UP') as given_up,
                            count(distinct mail) filter (where ended_at > now() - interval '1 day') as sent_today,
                            count(*) filter (where state = 'WAITING' and problem = 'SERVER_GONE') as unanswered
                        from notice.outbox
                        """).query(Counts.class).single();
        return new OutboxView(
                server(counts), counts.waiting(), counts.daily(), counts.givenUp(), counts.sentToday(), rows());
    }

    private Server server(Counts counts) {
        if (installation.isDemonstration()) {
            return Server.DEMONSTRATION;
        }
        if (!settings.isThere()) {
            return Server.NONE;
        }
        return counts.unanswered() > 0 ? Server.GONE : Server.THERE;
    }

    private record Stored(long person, Row row) {}

    private List<Row> rows() {
        List<Stored> stored = database.sql(ROWS)
                .query((row, n) -> new Stored(
                        row.getLong("person"),
                        new Row(
                                "",
                                row.getString("kind"),
                                row.getTimestamp("told_at").toInstant(),
                                row.getInt("attempts"),
                                row.getString("problem"),
                                Optional.ofNullable(row.getTimestamp("next"))
                                        .map(Timestamp::toInstant)
                                        .orElse(null))))
                .list();
        Map<Long, PersonName> called =
                names.of(stored.stream().map(Stored::person).distinct().toList());
        return stored.stream()
                .map(each -> named(each.row(), Objects.requireNonNull(called.get(each.person()))))
                .toList();
    }

    private static Row named(Row row, PersonName person) {
        return new Row(person.name(), row.kind(), row.since(), row.attempts(), row.problem(), row.next());
    }

    /** Lets everything that waits for its next attempt be tried now. */
    @Transactional
    public void tryNow() {
        rights.requireEverywhere(Verb.MANAGE_MAIL);
        int moved = database.sql("select notice.try_now(?)")
                .param(Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        trail.record(Happening.of(
                        "mail.tried-now", new Happening.Subject("installation", "0", Integer.toString(moved)), null)
                .changing("mails", null, moved));
    }
}
