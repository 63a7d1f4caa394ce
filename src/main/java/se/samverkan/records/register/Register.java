package se.samverkan.records.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * The door to the register of one's own organisation (diariet): what was shared and what came, and nothing that is still
 * being worked on. Numbers follow each other without gaps, or come from the organisation's own registry.
 */
@Component
public class Register {

    private final JdbcClient database;
    private final Rights rights;
    private final AuditTrail trail;

    Register(JdbcClient database, Rights rights, AuditTrail trail) {
        this.database = database;
        this.rights = rights;
        this.trail = trail;
    }

    /** A page of the register and how many lines there are in all. */
    record Leaf(List<RegisterLine> lines, long total) {}

    /** A series of case numbers. */
    record Series(long organisation, String name, String prefix, int version, int last) {}

    @Transactional(readOnly = true)
    Leaf read(RegisterQuery query, int page, int size) {
        rights.require(Verb.READ_REGISTER);
        long total = select("count(*)", query, "").query(Long.class).single();
        List<RegisterLine> lines = select(
                        "*",
                        query,
                        "order by " + query.order().sql() + " limit " + size + " offset " + (long) (page - 1) * size)
                .query(Register::line)
                .list();
        return new Leaf(lines, total);
    }

    /** Hands over every line, one after the other. */
    @Transactional(readOnly = true)
    void each(RegisterQuery query, Consumer<RegisterLine> taker) {
        rights.require(Verb.READ_REGISTER);
        try (Stream<RegisterLine> lines =
                select("*", query, "order by " + query.order().sql())
                        .withFetchSize(1000)
                        .query(Register::line)
                        .stream()) {
            lines.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec select(String columns, RegisterQuery query, String rest) {
        return database.sql("select " + columns + """
                         from records.register_line
                        where (:everywhere or organisation = any (access.organisations_for('READ_REGISTER')))
                          and (:text = '' or position(lower(:text) in lower(title)) > 0
                            or position(lower(:text) in lower(number || '-' || item)) > 0
                            or position(lower(:text) in lower(counterparts)) > 0)
                          and (:direction = '' or direction = :direction)
                          and (:from::date is null or (registered_at at time zone 'Europe/Stockholm')::date >= :from::date)
                          and (:to::date is null or (registered_at at time zone 'Europe/Stockholm')::date <= :to::date)
                        """ + rest)
                .param("everywhere", rights.allowEverywhere(Verb.READ_REGISTER))
                .param("text", query.text())
                .param("direction", query.direction())
                .param("from", text(query.since()))
                .param("to", text(query.until()));
    }

    private static @Nullable String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    /** The line that a share has in an organisation's register. */
    @Transactional(readOnly = true)
    RegisterLine line(long share, long organisation) {
        rights.require(Verb.READ_REGISTER);
        return database.sql("select * from records.register_line where share = ? and organisation = ?")
                .params(share, organisation)
                .query(Register::line)
                .optional()
                .orElseThrow(Refusal::notSeen);
    }

    /** Puts a number from the organisation's own registry in the place of the one that was given here. */
    @Transactional
    void type(long share, long organisation, String number) {
        RegisterLine line = line(share, organisation);
        rights.require(Verb.KEEP_REGISTER, organisation);
        if (number.isBlank()) {
            throw Refusal.rule("register.refusal.number");
        }
        try {
            database.sql("select records.type_case_number(?, ?, ?, ?)")
                    .params(organisation, line.room(), line.record(), number)
                    .query(String.class)
                    .list();
        } catch (DuplicateKeyException taken) {
            throw Refusal.rule("document.refusal.case-number-taken", number);
        }
        trail.record(Happening.of(
                        "register.number-typed",
                        new Happening.Subject("document", String.valueOf(line.document()), line.title()),
                        organisation)
                .changing("case-number", line.number(), number));
    }

    /** The series of the organisations whose register the reader keeps or reads. */
    @Transactional(readOnly = true)
    List<Series> series() {
        rights.require(Verb.READ_REGISTER);
        return database.sql("""
                        select o.id, o.name, coalesce(s.prefix, records.prefix_of(o.name)) as prefix,
                            coalesce(s.version, 0) as version, coalesce(c.last_number, 0) as last
                        from organisation.organisation o
                        left join records.case_series s on s.organisation = o.id
                        left join records.case_counter c on c.organisation = o.id
                            and c.year = extract(year from access.today())
                        where o.id = any (access.organisations_for('READ_REGISTER'))
                           or (access.everywhere('READ_REGISTER') and s.organisation is not null)
                        order by o.name collate "sv-SE-x-icu", o.id
                        """)
                .query((row, n) -> new Series(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("prefix"),
                        row.getInt("version"),
                        row.getInt("last")))
                .list();
    }

    /** Begins the numbers of an organisation with other letters from now on; numbers that are given stay. */
    @Transactional
    void rename(long organisation, int seen, String prefix) {
        rights.require(Verb.KEEP_REGISTER, organisation);
        Series series = series().stream()
                .filter(each -> each.organisation() == organisation)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (!prefix.matches("[A-ZÅÄÖ0-9]{1,10}")) {
            throw Refusal.rule("register.refusal.prefix");
        }
        int changed = database.sql("""
                        insert into records.case_series (organisation, prefix) values (:organisation, :prefix)
                        on conflict (organisation) do update set prefix = excluded.prefix,
                            version = case_series.version + 1
                        where case_series.version = :seen
                        """)
                .param("organisation", organisation)
                .param("prefix", prefix)
                .param("seen", seen)
                .update();
        if (changed == 0) {
            throw Refusal.stale();
        }
        trail.record(Happening.of(
                        "register.series-renamed",
                        new Happening.Subject("case-series", Long.toString(organisation), series.name()),
                        organisation)
                .changing("prefix", series.prefix(), prefix));
    }

    private static RegisterLine line(ResultSet row, int number) throws SQLException {
        long document = row.getLong("document");
        return new RegisterLine(
                row.getLong("share"),
                row.getLong("organisation"),
                row.getString("organisation_name"),
                row.getString("number"),
                row.getInt("item"),
                row.getBoolean("typed"),
                row.getString("room"),
                row.getString("record"),
                row.getString("direction"),
                row.getString("kind"),
                document == 0 ? null : document,
                row.getInt("version"),
                row.getString("title"),
                row.getString("counterparts"),
                row.getTimestamp("registered_at").toInstant(),
                row.getBoolean("kept"));
    }
}
