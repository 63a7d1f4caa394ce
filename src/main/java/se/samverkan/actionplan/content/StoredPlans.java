package se.samverkan.actionplan.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.AskedOnce;

/** The plans in the database, as row-level security lets the actor see them. */
@Repository
class StoredPlans {

    private static final String COLUMNS = """
            select a.id, a.partnership, a.organiser, a.unit, a.level, a.staff_hours, u.name,
                not r.rests and a.id = any ((select actionplan.written())::bigint[]) as writes,
                not r.rests and actionplan.may_at('ADOPT_ACTION_PLAN', a.unit, a.level, a.organiser) as adopts,
                not r.rests and a.id = any ((select actionplan.approved())::bigint[]) as approves, r.rests
            from actionplan.plan a cross join lateral partnership.rests(a.partnership, a.unit) r (rests)
            join organisation.unit u on u.id = a.unit
            """;

    private final JdbcClient database;

    StoredPlans(JdbcClient database) {
        this.database = database;
    }

    List<PlanView> ofPartnership(long partnership) {
        return AskedOnce.in(StoredPlans.class, partnership, () -> asked(partnership));
    }

    private List<PlanView> asked(long partnership) {
        return database.sql(COLUMNS + """
                 where a.partnership = ? order by a.level <> 'ORGANISER', u.name collate "sv-SE-x-icu", a.id
                """)
                .param(partnership)
                .query((row, n) -> view(row))
                .list();
    }

    /** Those of these organisers in several partnerships that go on. */
    List<PlanView> awake(Collection<Long> partnerships, Set<Long> organisers) {
        return database.sql(COLUMNS + """
                 where a.partnership = any (?) and a.organiser = any (?) and not r.rests
                order by a.partnership, a.level <> 'ORGANISER', u.name collate "sv-SE-x-icu", a.id
                """)
                .params(partnerships.toArray(Long[]::new), organisers.toArray(Long[]::new))
                .query((row, n) -> view(row))
                .list();
    }

    Optional<PlanView> find(long id) {
        return database.sql(COLUMNS + " where a.id = ?")
                .param(id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** The units of a partnership at which the actor writes plans. */
    Set<Long> mayBegin(PartnershipView partnership) {
        List<Participant> units = partnership.units();
        return database
                .sql("""
                select u.id from unnest(:units::bigint[], :levels::text[]) as u (id, level)
                where actionplan.may_at('WRITE_ACTION_PLAN', u.id, u.level, :organiser)
                """)
                .param("units", units.stream().map(Participant::unit).toArray(Long[]::new))
                .param("levels", units.stream().map(unit -> unit.level().name()).toArray(String[]::new))
                .param("organiser", partnership.organiser())
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    long begin(PartnershipView partnership, Participant unit) {
        return database.sql("""
                insert into actionplan.plan (partnership, agency, organiser, unit, level)
                values (?, ?, ?, ?, ?) returning id
                """)
                .params(
                        partnership.id(),
                        partnership.owner(),
                        partnership.organiser(),
                        unit.unit(),
                        unit.level().name())
                .query(Long.class)
                .single();
    }

    /** Locks a plan until the transaction ends, so that two who change it do it one after the other. */
    void lock(long id) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('actionplan', ?))")
                .param(id)
                .query(rows -> {});
    }

    /** Those who can be responsible for something in each of several plans, by the id of the plan. */
    Map<Long, List<Colleague>> colleagues(Collection<Long> plans) {
        Map<Long, List<Colleague>> colleagues = new HashMap<>();
        database.sql("select plan, id, name, roles from actionplan.colleagues(?)")
                .param(plans.toArray(Long[]::new))
                .query(row -> {
                    colleagues
                            .computeIfAbsent(row.getLong("plan"), id -> new ArrayList<>())
                            .add(new Colleague(row.getLong("id"), row.getString("name"), Arrays.asList((String[])
                                    row.getArray("roles").getArray())));
                });
        return colleagues;
    }

    void hours(long plan, OptionalInt hours) {
        database.sql("update actionplan.plan set staff_hours = :hours where id = :plan")
                .param("hours", hours.isPresent() ? hours.getAsInt() : null, Types.INTEGER)
                .param("plan", plan)
                .update();
    }

    private static PlanView view(ResultSet row) throws SQLException {
        int hours = row.getInt("staff_hours");
        OptionalInt said = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(hours);
        return new PlanView(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getLong("organiser"),
                row.getLong("unit"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                said,
                row.getBoolean("writes"),
                row.getBoolean("adopts"),
                row.getBoolean("approves"),
                row.getBoolean("rests"));
    }
}
