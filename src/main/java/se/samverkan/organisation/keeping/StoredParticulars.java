package se.samverkan.organisation.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.Particulars;

/** What is kept, read from the database by whoever may see it; in a transaction, so that the reader is known there. */
@Component
@Transactional(readOnly = true)
class StoredParticulars implements Particulars {

    private final JdbcClient database;

    StoredParticulars(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<AreaView> areas(long organiser) {
        Map<Long, AreaView> areas = new LinkedHashMap<>();
        database.sql("""
                        select a.id, a.name, a.version, u.id as unit, u.key, u.name as unit_name
                        from organisation.area a
                        left join organisation.area_unit l on l.area = a.id
                        left join organisation.unit u on u.id = l.unit
                        where a.organiser = ? and a.deleted_at is null
                        order by a.name collate "sv-SE-x-icu", a.id, u.name collate "sv-SE-x-icu", u.key
                        """).param(organiser).query(row -> {
            AreaView area = areas.computeIfAbsent(row.getLong("id"), id -> area(row, id));
            if (row.getString("key") != null) {
                area.units().add(new UnitInArea(row.getLong("unit"), row.getString("key"), row.getString("unit_name")));
            }
        });
        return List.copyOf(areas.values());
    }

    private static AreaView area(ResultSet row, long id) {
        try {
            return new AreaView(id, row.getString("name"), row.getInt("version"), new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException("a row that is being read", e);
        }
    }

    @Override
    public List<CalendarDays> calendar(long organiser) {
        return database.sql("""
                        select id, kind, name, first_day, last_day, version from organisation.calendar_day
                        where organiser = ? and deleted_at is null order by first_day, last_day desc, id
                        """)
                .param(organiser)
                .query((row, n) -> new CalendarDays(
                        row.getLong("id"),
                        DayKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getInt("version")))
                .list();
    }

    @Override
    public List<Succession> successions(long unit) {
        return database.sql("""
                        select s.id, s.owner_organisation, s.kind, s.happened_on, s.note, s.version,
                            p.key as before_key, p.name as before_name, f.key as after_key, f.name as after_name
                        from organisation.succession s
                        join organisation.unit p on p.id = s.predecessor
                        join organisation.unit f on f.id = s.successor
                        where (s.predecessor = :unit or s.successor = :unit) and s.deleted_at is null
                        order by s.happened_on, s.id
                        """)
                .param("unit", unit)
                .query((row, n) -> new Succession(
                        row.getLong("id"),
                        row.getLong("owner_organisation"),
                        SuccessionKind.valueOf(row.getString("kind")),
                        new Neighbour(row.getString("before_key"), row.getString("before_name")),
                        new Neighbour(row.getString("after_key"), row.getString("after_name")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("note"),
                        row.getInt("version")))
                .list();
    }

    @Override
    public Set<Long> successorsSince(LocalDate day) {
        return new HashSet<>(database.sql("""
                        select successor from organisation.succession
                        where happened_on >= ? and deleted_at is null and visibility = 'PUBLIC'
                        """).param(day).query(Long.class).list());
    }

    @Override
    public List<Stretch> history(long unit) {
        return database.sql("""
                        select h.valid_from, h.valid_to, h.name, h.status, h.special_support, h.international,
                            coalesce(m.name, '') as municipality,
                            o.id, o.key, case when not o.sole_trader then o.number end as number, o.name as organiser,
                            o.organiser_type, o.municipality as organiser_municipality
                        from organisation.unit_history h
                        join organisation.organisation o on o.id = h.organiser
                        left join organisation.municipality m on m.code = h.municipality
                        where h.unit = ? order by h.valid_from desc
                        """).param(unit).query(StoredParticulars::stretch).list();
    }

    @Override
    public Optional<Stretch> on(long unit, LocalDate day) {
        return history(unit).stream()
                .filter(stretch -> !stretch.from().isAfter(day)
                        && stretch.to().filter(to -> !to.isAfter(day)).isEmpty())
                .findFirst();
    }

    private static Stretch stretch(ResultSet row, int number) throws SQLException {
        return new Stretch(
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("name"),
                new OrganiserView(
                        row.getLong("id"),
                        row.getString("key"),
                        row.getString("number"),
                        row.getString("organiser"),
                        row.getString("organiser_type"),
                        row.getString("organiser_municipality")),
                row.getString("municipality"),
                row.getString("status"),
                row.getBoolean("special_support"),
                row.getBoolean("international"));
    }
}
