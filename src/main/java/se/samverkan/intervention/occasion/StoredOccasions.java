package se.samverkan.intervention.occasion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;

/** The occasions as the plans that hold say them, in the database, as row-level security lets the actor see them. */
@Repository
class StoredOccasions {

    private final JdbcClient database;
    private final Names names;

    StoredOccasions(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    /** An occasion as the plan that holds says it. */
    Optional<Occasion> holding(long occasion) {
        return named(database.sql("""
                        select l.*, o.partnership, o.standing from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion where l.occasion = ?
                        """).param(occasion)).stream().findFirst();
    }

    /** Those that concern the actor between two moments: led by the actor, or of a commission that the actor has a part in. */
    List<Occasion> mine(Instant from, Instant to) {
        return database.sql("""
                        select l.*, o.partnership, o.standing from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion
                        join intervention.commission c on c.id = l.commission
                            and c.standing in ('ACCEPTED', 'REPORTED', 'CLOSED')
                        where l.starts_at >= ? and l.starts_at < ? and o.standing <> 'CANCELLED'
                          and (l.leader = access.person() or l.commission = any ((select intervention.asked())::bigint[])
                            or exists (select from intervention.noting_units(l.commission)))
                        order by l.starts_at, l.occasion limit 500
                        """)
                .params(Timestamp.from(from), Timestamp.from(to))
                .query((row, n) -> occasion(row))
                .list();
    }

    /** Those that serve a case between two moments, or one unit in it; what was cancelled is left out. */
    List<Occasion> ofCase(long partnership, Optional<Long> unit, Instant from, Instant to) {
        return database.sql("""
                        select l.*, o.partnership, o.standing from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion
                        join intervention.commission c on c.id = l.commission
                            and c.standing in ('ACCEPTED', 'REPORTED', 'CLOSED')
                        join intervention.commission_part p on p.commission = c.id and p.partnership = :partnership
                        where l.starts_at >= :from and l.starts_at < :to and o.standing <> 'CANCELLED'
                          and coalesce(o.partnership, :partnership) = :partnership
                          and (:unit::bigint is null or :unit::bigint = any (p.units))
                        order by l.starts_at, l.occasion
                        """)
                .param("partnership", partnership)
                .param("unit", unit.orElse(null))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, n) -> occasion(row))
                .list();
    }

    private List<Occasion> named(StatementSpec query) {
        List<Occasion> found = query.query((row, n) -> occasion(row)).list();
        Map<Long, PersonName> called = names.of(found.stream()
                .flatMap(each -> each.text().leader().stream())
                .distinct()
                .toList());
        return found.stream().map(each -> led(each, called)).toList();
    }

    /** Others at the same time with the same leader, in this version or in the plans that hold, as far as the actor sees. */
    List<Clash> clashes(long version) {
        return database.sql("""
                        with own as (select * from intervention.occasion_line where plan_version = :version and leader is not null),
                        others as (
                            select h.occasion, h.title, h.starts_at, h.minutes, h.leader from intervention.holding_line h
                            join intervention.occasion o on o.id = h.occasion and o.standing <> 'CANCELLED'
                            where h.occasion not in (select occasion from own)
                            union all select occasion, title, starts_at, minutes, leader from own)
                        select l.occasion, l.leader, o.title, o.starts_at from own l
                        join intervention.occasion s on s.id = l.occasion and s.standing = 'PLANNED'
                        join others o on o.leader = l.leader and o.occasion <> l.occasion
                          and o.starts_at < l.starts_at + l.minutes * interval '1 minute'
                          and l.starts_at < o.starts_at + o.minutes * interval '1 minute'
                        order by l.starts_at, o.starts_at
                        """)
                .param("version", version)
                .query((row, n) -> new Clash(
                        row.getLong("occasion"),
                        Long.toString(row.getLong("leader")),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant()))
                .list();
    }

    static Occasion led(Occasion occasion, Map<Long, PersonName> called) {
        return occasion.ledBy(occasion.text()
                .leader()
                .map(called::get)
                .filter(Objects::nonNull)
                .map(PersonName::name)
                .orElse(""));
    }

    static Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(
                row.getLong("occasion"),
                row.getLong("commission"),
                Optional.ofNullable(row.getObject("partnership", Long.class)),
                new OccasionText(
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getInt("minutes"),
                        row.getString("place"),
                        row.getBoolean("remote"),
                        row.getString("content"),
                        row.getString("participants"),
                        row.getString("preparation"),
                        row.getString("between_work"),
                        Optional.ofNullable(row.getObject("leader", Long.class)),
                        row.getString("leader_words")),
                "",
                Occasion.Standing.valueOf(row.getString("standing")),
                row.getInt("version"));
    }
}
