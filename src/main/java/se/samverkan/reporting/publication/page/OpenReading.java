package se.samverkan.reporting.publication.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.reporting.publication.LessonText;
import se.samverkan.reporting.publication.ResultText;
import se.samverkan.reporting.publication.page.Participant.Part;
import se.samverkan.reporting.publication.page.Participant.ShownUnit;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** What the public reads: what has been released, and counts. Asked as nobody, so that row-level security leaves out the rest. */
@Repository
class OpenReading {

    private static final int MOST_NEWS = 100;
    private static final String RELEASED_AT = """
            (select max(s.made_at) from reporting.publication_step s where s.publication = p.id and s.kind = 'RELEASED')
            """;
    private static final String NEWS = """
            select p.id, o.name as owner, coalesce(u.name || ', ' || o.name, o.name) as sender, o.key,
                p.organiser is not null as of_organiser, p.title, p.words, p.content,
            """ + RELEASED_AT + """
             as at
            from reporting.publication p
            join organisation.organisation o on o.id = p.owner_organisation
            left join organisation.unit u on u.id = p.unit
            where p.standing = 'RELEASED' and p.kind = ?
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    OpenReading(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those who take part, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<Participant> participants() {
        Map<Long, List<Part>> parts = parts();
        Map<Long, List<ShownUnit>> units = units();
        return database.sql("""
                        select o.id, o.key, o.name, exists (select from reporting.public_participations() t
                                where t.organiser = o.id and t.own) as own, coalesce(
                            (select array_agg(distinct m.county) from reporting.publication p
                                join reporting.publication_unit s on s.publication = p.id
                                join organisation.unit u on u.id = s.unit and u.organiser = o.id
                                join organisation.municipality m on m.code = u.municipality
                                where p.organiser = o.id and p.kind = 'PARTICIPATION' and p.standing = 'RELEASED'),
                            (select array[m.county] from organisation.municipality m where m.code = o.municipality),
                            (select array_agg(distinct m.county) from organisation.unit u
                                join organisation.municipality m on m.code = u.municipality
                                where u.organiser = o.id and u.status = 'ACTIVE' having count(distinct m.county) = 1),
                            '{}') as counties
                        from organisation.organisation o where o.id = any (?)
                        order by o.name collate "sv-SE-x-icu", o.id
                        """)
                .param(parts.keySet().toArray(Long[]::new))
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

    private Map<Long, List<Part>> parts() {
        Map<Long, List<Part>> parts = new HashMap<>();
        database.sql("""
                        select distinct organiser, variant, variant_version, first_term, goes_on
                        from reporting.public_participations() order by first_term desc, variant
                        """).query(row -> {
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
    private Map<Long, List<ShownUnit>> units() {
        Map<Long, List<ShownUnit>> units = new HashMap<>();
        database.sql("""
                        select distinct p.organiser, u.key, u.name, u.kind = 'ORGANISER' as own_level, u.status = 'CLOSED' as closed
                        from reporting.publication p join reporting.publication_unit s on s.publication = p.id
                        join organisation.unit u on u.id = s.unit and u.organiser = p.organiser
                        where p.kind = 'PARTICIPATION' and p.standing = 'RELEASED'
                        order by own_level desc, u.name, u.key
                        """).query(row -> {
            units.computeIfAbsent(row.getLong("organiser"), id -> new ArrayList<>())
                    .add(new ShownUnit(
                            row.getString("key"),
                            row.getString("name"),
                            row.getBoolean("own_level"),
                            row.getBoolean("closed")));
        });
        return units;
    }

    /** What counties are called, by their codes in order. */
    @Transactional(readOnly = true)
    public Map<String, String> counties() {
        Map<String, String> names = new LinkedHashMap<>();
        database.sql("select code, name from organisation.county order by name collate \"sv-SE-x-icu\"")
                .query(row -> {
                    names.put(row.getString("code"), row.getString("name"));
                });
        return names;
    }

    @Transactional(readOnly = true)
    public List<NewsItem> news() {
        return news(" order by at desc, p.id desc limit " + MOST_NEWS);
    }

    @Transactional(readOnly = true)
    public List<NewsItem> newsOf(String sender) {
        return news(" and o.key = ? order by at desc, p.id desc limit " + MOST_NEWS, sender);
    }

    @Transactional(readOnly = true)
    public NewsItem news(long id) {
        return news(" and p.id = ?", id).stream().findFirst().orElseThrow(Refusal::notSeen);
    }

    private List<NewsItem> news(String which, Object... values) {
        return database.sql(NEWS + which)
                .param("NEWS")
                .params(values)
                .query((row, n) -> new NewsItem(
                        row.getLong("id"),
                        row.getString("sender"),
                        row.getString("key"),
                        row.getBoolean("of_organiser"),
                        row.getString("title"),
                        row.getString("words"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public List<LearnedItem> lessons() {
        return lessons(" order by at desc, p.id desc limit " + MOST_NEWS);
    }

    @Transactional(readOnly = true)
    public List<LearnedItem> lessonsOf(String teller) {
        return lessons(" and o.key = ? order by at desc, p.id desc limit " + MOST_NEWS, teller);
    }

    @Transactional(readOnly = true)
    public LearnedItem lesson(long id) {
        return lessons(" and p.id = ?", id).stream().findFirst().orElseThrow(Refusal::notSeen);
    }

    private List<LearnedItem> lessons(String which, Object... values) {
        return database.sql(NEWS + which)
                .param("LESSON")
                .params(values)
                .query((row, n) -> new LearnedItem(
                        row.getLong("id"),
                        row.getString("sender"),
                        row.getString("title"),
                        json.readValue(row.getString("content"), LessonText.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public List<ResultItem> results() {
        return results(" order by at desc, p.id desc limit " + MOST_NEWS);
    }

    @Transactional(readOnly = true)
    public ResultItem result(long id) {
        return results(" and p.id = ?", id).stream().findFirst().orElseThrow(Refusal::notSeen);
    }

    private List<ResultItem> results(String which, Object... values) {
        return database.sql(NEWS + which)
                .param("RESULT")
                .params(values)
                .query((row, n) -> new ResultItem(
                        row.getLong("id"),
                        row.getString("owner"),
                        row.getString("title"),
                        json.readValue(row.getString("content"), ResultText.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** How many units are in each phase, by programme; every number here can be too small to be told. */
    @Transactional(readOnly = true)
    public Map<String, List<Group>> counted() {
        Map<String, List<Group>> counted = new LinkedHashMap<>();
        database.sql("select variant, phase, units, organisers from reporting.progress_counts()")
                .query(row -> {
                    counted.computeIfAbsent(row.getString("variant"), variant -> new ArrayList<>())
                            .add(new Group(List.of(row.getString("phase")), row.getInt("units"), Set.of((Long[])
                                    row.getArray("organisers").getArray())));
                });
        return counted;
    }

    /** The day on which something that was public was withdrawn; empty for what never was. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> withdrawnOn(long id, String kind) {
        return Optional.ofNullable(database.sql("select reporting.withdrawn_on(?, ?) as day")
                .params(id, kind)
                .query((row, n) -> new Day(row.getObject("day", LocalDate.class)))
                .single()
                .day());
    }

    private record Day(@org.jspecify.annotations.Nullable LocalDate day) {}
}
