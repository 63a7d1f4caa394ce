package se.samverkan.reporting.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.reporting.concern.Concern.Deed;
import se.samverkan.reporting.concern.Concern.Standing;
import se.samverkan.reporting.concern.Concern.Step;

/** The concerns in the database, as row-level security lets the actor see them. */
@Component
class StoredConcerns {

    private static final String SHOWN = """
            select c.*, o.name as organiser_name, coalesce(u.name, '') as unit_name,
                (select n.name from access.names_of(array[c.made_by]) n) as by_name,
                c.id = any ((select reporting.concerns_handled())::bigint[]) as may_handle
            from reporting.concern c
            join organisation.organisation o on o.id = c.organiser
            left join organisation.unit u on u.id = c.unit
            """;

    private final JdbcClient database;

    StoredConcerns(JdbcClient database) {
        this.database = database;
    }

    List<Concern> of(long partnership) {
        return database.sql(
                        SHOWN + " where c.partnership = ? order by c.standing = 'CLOSED', c.made_at desc, c.id desc")
                .param(partnership)
                .query((row, n) -> concern(row))
                .list();
    }

    Optional<Concern> find(long id) {
        return database.sql(SHOWN + " where c.id = ?")
                .param(id)
                .query((row, n) -> concern(row))
                .optional()
                .map(each -> each.with(steps(id)));
    }

    /** Those that wait for the actor to do something: raised or escalated, and the actor's to handle. */
    List<Concern> waiting() {
        return database.sql(SHOWN + """
                         where c.standing in ('RAISED', 'ESCALATED')
                          and c.id = any ((select reporting.concerns_handled())::bigint[])
                        order by c.made_at, c.id
                        """).query((row, n) -> concern(row)).list();
    }

    /** How many are open, by the id of the partnership. */
    Map<Long, Integer> open() {
        Map<Long, Integer> open = new HashMap<>();
        database.sql(
                        "select partnership, count(*)::int as n from reporting.concern where standing <> 'CLOSED' group by 1")
                .query(row -> {
                    open.put(row.getLong("partnership"), row.getInt("n"));
                });
        return open;
    }

    /** An open concern in a few words; nothing in it where somebody who may raise one sees none. */
    record Brief(
            @Nullable String standing,
            @Nullable String words,
            @Nullable String unitName) {}

    /** Those that are open, the newest first; none at all for somebody who has no part in the case. One question. */
    List<Brief> shortly(long partnership, int most) {
        return database.sql("""
                        select c.standing, left(c.words, 120) as words, u.name as unit_name
                        from (select ? as id) p
                        left join reporting.concern c on c.partnership = p.id and c.standing <> 'CLOSED'
                        left join organisation.unit u on u.id = c.unit
                        where p.id = any ((select reporting.agency_cases() || reporting.organiser_cases())::bigint[])
                        order by c.made_at desc, c.id desc limit ?
                        """).params(partnership, most).query(Brief.class).list();
    }

    /** Whether the actor stands on the agency's side of a case, and on the organiser's. */
    Sides sides(long partnership) {
        return database.sql("""
                        select ? = any ((select reporting.agency_cases())::bigint[]) as agency,
                            ? = any ((select reporting.organiser_cases())::bigint[]) as organiser
                        """)
                .params(partnership, partnership)
                .query(Sides.class)
                .single();
    }

    /** On which sides somebody stands. */
    record Sides(boolean agency, boolean organiser) {

        boolean isAny() {
            return agency || organiser;
        }
    }

    long raise(PartnershipView partnership, @Nullable Long unit, boolean agencySide, boolean shared, String words) {
        return database.sql("""
                        insert into reporting.concern (partnership, agency, organiser, unit, side, shared, words)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(partnership.id(), partnership.owner(), partnership.organiser())
                .param(unit)
                .param(agencySide ? "AGENCY" : "ORGANISER")
                .param(shared)
                .param(words)
                .query(Long.class)
                .single();
    }

    /** Notes what was done; false where somebody else did something since. */
    boolean does(long id, int version, Deed deed, Standing after, String words) {
        boolean changed = database.sql("""
                        update reporting.concern set standing = ?, shared = shared or ?, version = version + 1
                        where id = ? and version = ?
                        """)
                        .params(after.name(), deed == Deed.SHARED, id, version)
                        .update()
                == 1;
        if (changed) {
            database.sql("insert into reporting.concern_step (concern, kind, words) values (?, ?, ?)")
                    .params(id, deed.name(), words)
                    .update();
        }
        return changed;
    }

    private List<Step> steps(long id) {
        return database.sql("""
                        select s.kind, s.words, s.made_at, (select n.name from access.names_of(array[s.made_by]) n) as by_name
                        from reporting.concern_step s where s.concern = ? order by s.made_at, s.id
                        """)
                .param(id)
                .query((row, n) -> new Step(
                        Deed.valueOf(row.getString("kind")),
                        row.getString("words"),
                        Optional.ofNullable(row.getString("by_name")).orElse(""),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    private static Concern concern(ResultSet row) throws SQLException {
        return new Concern(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getLong("agency"),
                row.getLong("organiser"),
                row.getString("organiser_name"),
                Optional.ofNullable(row.getObject("unit", Long.class)),
                row.getString("unit_name"),
                row.getString("side").equals("AGENCY"),
                row.getBoolean("shared"),
                row.getString("words"),
                Standing.valueOf(row.getString("standing")),
                row.getInt("version"),
                Optional.ofNullable(row.getString("by_name")).orElse(""),
                row.getLong("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getBoolean("may_handle"),
                List.of());
    }
}
