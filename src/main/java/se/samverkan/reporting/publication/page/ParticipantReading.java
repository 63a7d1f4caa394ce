package se.samverkan.reporting.publication.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.reporting.publication.page.Participant.Part;
import se.samverkan.reporting.publication.page.Participant.ShownUnit;
import se.samverkan.shared.Period;

/** Who takes part, as far as it has been released; and how many are how far. Asked as nobody, so that row-level security leaves out the rest. */
@Repository
class ParticipantReading {

    /** Where a key is named, one organiser alone. */
    private static final String SHOWN = """
            with t as (
                select t.organiser, bool_or(t.own) as own from reporting.public_participations() t
                join organisation.organisation k on k.id = t.organiser and (:key::text is null or k.key = :key)
                group by t.organiser
            ), units as (
                select distinct p.organiser, u.id, u.key, u.name, u.kind, u.status, m.county
                from t join reporting.publication p on p.organiser = t.organiser
                join reporting.publication_unit s on s.publication = p.id
                join organisation.unit u on u.id = s.unit and u.organiser = p.organiser
                left join organisation.municipality m on m.code = u.municipality
                where p.kind = 'PARTICIPATION' and p.standing = 'RELEASED'
            ), shown as (
                select o.id, o.key, o.name, t.own, coalesce(
                    (select array_agg(distinct n.county) from units n where n.organiser = o.id and n.county is not null),
                    (select array[m.county] from organisation.municipality m where m.code = o.municipality),
                    (select array_agg(distinct m.county) from organisation.unit u
                        join organisation.municipality m on m.code = u.municipality
                        where u.organiser = o.id and u.status = 'ACTIVE' having count(distinct m.county) = 1),
                    '{}') as counties
                from t join organisation.organisation o on o.id = t.organiser
            )
            """;

    private final JdbcClient database;

    ParticipantReading(JdbcClient database) {
        this.database = database;
    }

    /** How many organisers, units and counties are shown. */
    record Counted(int organisers, int units, int counties) {}

    /** Those who take part, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<Participant> all() {
        return shown(null);
    }

    /** One of them by its key; empty where it is not shown. */
    @Transactional(readOnly = true)
    public Optional<Participant> one(String key) {
        return shown(key).stream().findFirst();
    }

    private List<Participant> shown(@Nullable String key) {
        Map<Long, List<Part>> parts = parts(key);
        Map<Long, List<ShownUnit>> units = units(key);
        return database.sql(SHOWN + "select * from shown order by name collate \"sv-SE-x-icu\", id")
                .param("key", key)
                .query((row, n) -> new Participant(
                        row.getLong("id"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getBoolean("own"),
                        new TreeSet<>(Arrays.asList(
                                (String[]) row.getArray("counties").getArray())),
                        parts.getOrDefault(row.getLong("id"), List.of()),
                        units.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Part>> parts(@Nullable String key) {
        Map<Long, List<Part>> parts = new HashMap<>();
        database.sql("""
                        select distinct p.organiser, p.variant, p.variant_version, p.first_term, p.goes_on
                        from reporting.public_participations() p join organisation.organisation o on o.id = p.organiser
                        where :key::text is null or o.key = :key
                        order by p.first_term desc, p.variant
                        """).param("key", key).query(row -> {
            parts.computeIfAbsent(row.getLong("organiser"), id -> new ArrayList<>())
                    .add(new Part(
                            row.getString("variant"),
                            row.getInt("variant_version"),
                            Period.ofKey(row.getInt("first_term")),
                            row.getBoolean("goes_on")));
        });
        return parts;
    }

    /** The units that organisers show; one that has another organiser now has not been shown by it. */
    private Map<Long, List<ShownUnit>> units(@Nullable String key) {
        Map<Long, List<ShownUnit>> units = new HashMap<>();
        database.sql(SHOWN + """
                        select organiser, key, name, kind = 'ORGANISER' as own_level, status = 'CLOSED' as closed from units
                        order by own_level desc, name collate "sv-SE-x-icu", key
                        """).param("key", key).query(row -> {
            units.computeIfAbsent(row.getLong("organiser"), id -> new ArrayList<>())
                    .add(new ShownUnit(
                            row.getString("key"),
                            row.getString("name"),
                            row.getBoolean("own_level"),
                            row.getBoolean("closed")));
        });
        return units;
    }

    @Transactional(readOnly = true)
    public Counted counted() {
        return database.sql(SHOWN + """
                        select (select count(*) from shown) as organisers, (select count(*) from units) as units,
                            (select count(distinct c) from shown, unnest(counties) c) as counties
                        """)
                .param("key", null)
                .query((row, n) -> new Counted(row.getInt("organisers"), row.getInt("units"), row.getInt("counties")))
                .single();
    }

    /** The keys of the programmes that those who are shown take part in. */
    @Transactional(readOnly = true)
    public Set<String> programmes() {
        return new LinkedHashSet<>(database.sql("select distinct variant from reporting.public_participations()")
                .query(String.class)
                .list());
    }

    /** What counties are called, by their codes, in the order of their names. */
    @Transactional(readOnly = true)
    public Map<String, String> counties() {
        Map<String, String> names = new LinkedHashMap<>();
        database.sql("select code, name from organisation.county order by name collate \"sv-SE-x-icu\"")
                .query(row -> {
                    names.put(row.getString("code"), row.getString("name"));
                });
        return names;
    }

    /** How many units are in each phase, by programme; every number here can be too small to be told. */
    @Transactional(readOnly = true)
    public Map<String, List<Group>> phases() {
        Map<String, List<Group>> counted = new LinkedHashMap<>();
        database.sql("select variant, phase, units, organisers from reporting.progress_counts()")
                .query(row -> {
                    counted.computeIfAbsent(row.getString("variant"), variant -> new ArrayList<>())
                            .add(new Group(List.of(row.getString("phase")), row.getInt("units"), Set.of((Long[])
                                    row.getArray("organisers").getArray())));
                });
        return counted;
    }
}
