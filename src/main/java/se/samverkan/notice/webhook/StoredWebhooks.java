package se.samverkan.notice.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.shared.Refusal;

/** Where webhooks are kept. Row-level security leaves those of organisations whose webhooks the actor manages. */
@Repository
class StoredWebhooks {

    private final JdbcClient database;

    StoredWebhooks(JdbcClient database) {
        this.database = database;
    }

    List<Webhook> all() {
        return where("true");
    }

    Optional<Webhook> find(long id) {
        return where("w.id = " + id).stream().findFirst();
    }

    private List<Webhook> where(String condition) {
        return database.sql(
                        """
                        select w.id, w.organisation, o.name as organisation_name, w.name, w.url, w.kinds, w.made_at,
                            w.failures, w.paused_at, w.paused_by is not null as by_person, w.version,
                            case when w.former_until > now() then w.former_until end as former_until
                        from notice.webhook w join organisation.organisation o on o.id = w.organisation
                        where w.removed_at is null and
                        """ + condition + " order by o.name collate \"sv-x-icu\", w.name collate \"sv-x-icu\", w.id")
                .query((row, n) -> webhook(row))
                .list();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getLong("organisation"),
                row.getString("organisation_name"),
                row.getString("name"),
                row.getString("url"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("failures"),
                Optional.ofNullable(row.getTimestamp("paused_at")).map(Timestamp::toInstant),
                row.getBoolean("by_person"),
                row.getInt("version"),
                Optional.ofNullable(row.getTimestamp("former_until")).map(Timestamp::toInstant));
    }

    /** The newest that it has been told, or shall be. */
    List<Webhook.Sent> sent(long id, int most) {
        return database.sql("""
                        select e.kind, e.told_at, d.state, d.attempts, d.status, coalesce(d.problem, '') as problem,
                            case when d.state = 'WAITING' then d.try_at end as next
                        from notice.delivery d join notice.event e on e.id = d.event
                        where d.webhook = ? order by d.id desc limit ?
                        """)
                .params(id, most)
                .query((row, n) -> new Webhook.Sent(
                        row.getString("kind"),
                        row.getTimestamp("told_at").toInstant(),
                        row.getString("state"),
                        row.getInt("attempts"),
                        status(row),
                        row.getString("problem"),
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant)))
                .list();
    }

    private static OptionalInt status(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status);
    }

    long add(long organisation, WebhookForm form, byte[] secret) {
        try {
            return database.sql("""
                            insert into notice.webhook (organisation, name, url, kinds, secret, request)
                            values (?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(
                            organisation,
                            form.name(),
                            form.url(),
                            form.kinds().toArray(String[]::new),
                            secret,
                            UUID.fromString(form.request()))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException twice) {
            Refusal refusal = Refusal.rule("webhooks.refusal.made-already");
            refusal.addSuppressed(twice);
            throw refusal;
        }
    }

    /** False when it has been changed since that version, or removed. */
    boolean change(long id, int version, String name, String url, List<String> kinds) {
        return database.sql("""
                        update notice.webhook set name = ?, url = ?, kinds = ?, version = version + 1
                        where id = ? and version = ? and removed_at is null
                        """)
                        .params(name, url, kinds.toArray(String[]::new), id, version)
                        .update()
                == 1;
    }

    void renewSecret(long id, byte[] secret, Instant now, Instant until) {
        database.sql("select notice.renew_secret(?, ?, ?, ?)")
                .params(id, secret, Timestamp.from(now), Timestamp.from(until))
                .query((row, n) -> id)
                .list();
    }

    /** Pauses, or lets it go on; false when that is so already. */
    boolean pause(long id, boolean pause, Instant now) {
        return database.sql("""
                        update notice.webhook set paused_at = :at, paused_by = :by, failures = 0
                        where id = :id and removed_at is null and (paused_at is null) = :pause
                        """)
                        .param("at", pause ? Timestamp.from(now) : null)
                        .param("by", pause ? Actor.current().person() : null)
                        .param("id", id)
                        .param("pause", pause)
                        .update()
                == 1;
    }

    boolean remove(long id, Instant now) {
        return database.sql("update notice.webhook set removed_at = ? where id = ? and removed_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    void tryOut(long id, Instant now) {
        database.sql("select notice.try_webhook(?, ?)")
                .params(id, Timestamp.from(now))
                .query((row, n) -> id)
                .list();
    }
}
