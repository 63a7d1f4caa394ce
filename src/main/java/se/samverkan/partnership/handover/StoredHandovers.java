package se.samverkan.partnership.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.shared.Refusal;
import tools.jackson.databind.ObjectMapper;

/** The handovers in the database, as row-level security lets the actor see them. */
@Component
class StoredHandovers {

    private static final String SHOWN = """
            select h.id, h.partnership, h.leaver, h.role, h.unit, h.last_day, h.successor, h.questions, h.pack::text,
                h.version, h.made_at, r.read_at,
                (select n.name from access.names_of(array[h.successor]) n) as successor_name,
                (select n.name from access.names_of(array[h.made_by]) n) as maker_name,
                access.person() in (h.leaver, h.made_by)
                    or partnership.staffs_side(h.partnership, h.agency_side, h.unit) as may_follow
            from partnership.handover h left join partnership.handover_read r on r.handover = h.id
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    StoredHandovers(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    List<Handover> of(long partnership) {
        return database.sql(SHOWN + " where h.partnership = ? order by h.made_at desc, h.id desc")
                .param(partnership)
                .query(this::handover)
                .list();
    }

    Optional<Handover> find(long partnership, long id) {
        return find(id).filter(found -> found.partnership() == partnership);
    }

    Optional<Handover> find(long id) {
        return database.sql(SHOWN + " where h.id = ?")
                .param(id)
                .query(this::handover)
                .optional();
    }

    /** Those that wait for the actor: to be read, or for a successor to be named by the one who made them. */
    List<Handover> waiting() {
        return database.sql(SHOWN + """
                         where r.handover is null and (h.successor = access.person()
                            or (h.successor is null and h.made_by = access.person()))
                        order by h.id
                        """).query(this::handover).list();
    }

    private Handover handover(ResultSet row, int number) throws SQLException {
        return new Handover(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getLong("leaver"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getObject("unit", Long.class)),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("successor", Long.class)),
                Optional.ofNullable(row.getString("successor_name")).orElse(""),
                row.getString("questions"),
                json.readValue(row.getString("pack"), Pack.class),
                row.getInt("version"),
                row.getString("maker_name"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("read_at")).map(java.sql.Timestamp::toInstant),
                row.getBoolean("may_follow"));
    }

    /** Which roles of a partnership the actor may hand over: the own, and those of the side that the actor staffs. */
    Set<Long> mayHandOver(long partnership) {
        return database.sql("""
                        select q.assignment from partnership.people(:partnership) q
                        where q.person = access.person() or partnership.staffs_side(:partnership,
                            q.role in ('PROGRAMME_OFFICER', 'PROCESS_FACILITATOR', 'ANALYST', 'RESEARCHER'), q.unit)
                        """)
                .param("partnership", partnership)
                .query(Long.class)
                .set();
    }

    long make(long partnership, PersonInCase leaver, @Nullable Long successor, String questions, Pack pack) {
        return database.sql("""
                        insert into partnership.handover (partnership, leaver, role, unit, last_day, successor, questions, pack)
                        values (:partnership, :leaver, :role, :unit, :day, :successor, :questions, :pack::jsonb)
                        returning id
                        """)
                .param("partnership", partnership)
                .param("leaver", leaver.person())
                .param("role", leaver.role().name())
                .param("unit", leaver.unit().orElse(null))
                .param("day", leaver.to().orElse(null))
                .param("successor", successor)
                .param("questions", questions)
                .param("pack", json.writeValueAsString(pack))
                .query(Long.class)
                .single();
    }

    void change(long id, int version, @Nullable Long successor, String questions) {
        int changed = database.sql("""
                        update partnership.handover set successor = ?, questions = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                .param(successor)
                .param(questions)
                .param(id)
                .param(version)
                .update();
        if (changed == 0) {
            throw Refusal.stale();
        }
    }

    void read(long id) {
        database.sql("insert into partnership.handover_read (handover) values (?) on conflict do nothing")
                .param(id)
                .update();
    }

    /** Whose logs the two sides' deeds belong to; told for a handover that the actor sees. */
    Handovers.Owners owners(long handover) {
        return database.sql("select owner, organiser from partnership.handover_owners(?)")
                .param(handover)
                .query(Handovers.Owners.class)
                .single();
    }
}
