package se.samverkan.intervention.lesson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.organisation.search.TextIndex;
import se.samverkan.shared.Refusal;

/** Lessons in the database, as row-level security, and the search that stands beside it, let the actor see them. */
@Repository
class StoredLessons {

    private static final String LESSONS = """
            select l.*, coalesce(u.name, o.name) as teller, o.kind <> 'ORGANISER' as provider,
                l.unit = any (access.units_for('WRITE_LESSONS'))
                or (l.unit is null and l.organisation = any (intervention.telling_organisations()))
                or access.everywhere('WRITE_LESSONS') as mine
            from intervention.lesson l join organisation.organisation o on o.id = l.organisation
            left join organisation.unit u on u.id = l.unit
            """;

    private final JdbcClient database;

    StoredLessons(JdbcClient database) {
        this.database = database;
    }

    /** Some of what was found, and how much there was; more than {@link Lessons#MOST_FOUND} is not counted. */
    record Found(List<LessonView> lessons, long total) {}

    private record Hit(long id, long total) {}

    Found find(String asked, Collection<Theme> about, long leavingOut, int ranked, int most, long skip) {
        List<Hit> hits = database.sql("select id, total from intervention.lessons_found(?, ?, ?, ?, ?, ?)")
                .params(asked, names(about), leavingOut, ranked, most, skip)
                .query(Hit.class)
                .list();
        if (hits.isEmpty()) {
            return new Found(List.of(), 0);
        }
        Map<Long, LessonView> lessons = new HashMap<>();
        database.sql(LESSONS + " where l.id = any (?)")
                .param(hits.stream().map(Hit::id).toArray(Long[]::new))
                .query((row, n) -> lesson(row))
                .list()
                .forEach(each -> lessons.put(each.id(), each));
        return new Found(
                hits.stream()
                        .map(hit -> lessons.get(hit.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                hits.getFirst().total());
    }

    /** What the actor writes in, the newest first, with what was removed and can be taken back. */
    List<LessonView> mine() {
        return database.sql(LESSONS + """
                        where (l.unit = any (access.units_for('WRITE_LESSONS'))
                            or (l.unit is null and l.organisation = any (intervention.telling_organisations())))
                          and (l.removed_at is null or l.removed_at > now() - interval '30 days')
                        order by l.made_at desc, l.id desc limit 100
                        """).query((row, n) -> lesson(row)).list();
    }

    Optional<LessonView> lesson(long id) {
        return database.sql(LESSONS + " where l.id = ?")
                .param(id)
                .query((row, n) -> lesson(row))
                .optional();
    }

    private static LessonView lesson(ResultSet row) throws SQLException {
        return new LessonView(
                row.getLong("id"),
                new Teller(
                        row.getLong("organisation"),
                        Optional.ofNullable(row.getObject("unit", Long.class)),
                        row.getString("teller"),
                        row.getBoolean("provider")),
                new LessonDraft(
                        row.getString("title"),
                        themes(row),
                        row.getString("cause"),
                        row.getString("tried"),
                        row.getString("seen"),
                        row.getString("again"),
                        Readers.valueOf(row.getString("readers")),
                        row.getBoolean("contact")),
                row.getBoolean("mine"),
                row.getInt("version"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("removed_at")).map(Timestamp::toInstant));
    }

    private static Set<Theme> themes(ResultSet row) throws SQLException {
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        for (String name : (String[]) row.getArray("themes").getArray()) {
            themes.add(Theme.valueOf(name));
        }
        return themes;
    }

    /** For whom the actor can tell something: units of the own, and organisations of the own. */
    List<Teller> tellers() {
        return database.sql("""
                        select o.id as organisation, u.id as unit, u.name, o.kind <> 'ORGANISER' as provider
                        from organisation.unit u join organisation.organisation o on o.id = u.organiser
                        where u.id = any (access.units_for('WRITE_LESSONS'))
                        union all
                        select o.id, null, o.name, o.kind <> 'ORGANISER'
                        from organisation.organisation o
                        where o.deleted_at is null and (o.id = any (intervention.telling_organisations())
                            or (o.kind = 'PROVIDER' and access.everywhere('WRITE_LESSONS')))
                        order by 3, 2 nulls last
                        """)
                .query((row, n) -> new Teller(
                        row.getLong("organisation"),
                        Optional.ofNullable(row.getObject("unit", Long.class)),
                        row.getString("name"),
                        row.getBoolean("provider")))
                .list();
    }

    long add(Teller teller, LessonDraft draft) {
        return written(
                        database.sql("""
                        insert into intervention.lesson
                            (organisation, unit, title, themes, cause, tried, seen, again, readers, contact, heard)
                        values (:organisation, :unit, :title, :themes, :cause, :tried, :seen, :again, :readers, :contact,
                            cast(:heard as tsvector))
                        returning id
                        """)
                                .param("organisation", teller.organisation())
                                .param("unit", teller.unit().orElse(null)),
                        draft)
                .query(Long.class)
                .single();
    }

    void change(long id, int version, LessonDraft draft) {
        int rows = written(database.sql("""
                        update intervention.lesson set title = :title, themes = :themes, cause = :cause, tried = :tried,
                            seen = :seen, again = :again, readers = :readers, contact = :contact, heard = cast(:heard as tsvector),
                            version = version + 1, changed_by = access.person(), changed_at = now()
                        where id = :id and version = :version and removed_at is null
                        """).param("id", id).param("version", version), draft)
                .update();
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    private static StatementSpec written(StatementSpec statement, LessonDraft draft) {
        return statement
                .param("title", draft.title())
                .param("themes", names(draft.themes()))
                .param("cause", draft.cause())
                .param("tried", draft.tried())
                .param("seen", draft.seen())
                .param("again", draft.again())
                .param("readers", draft.readers().name())
                .param("contact", draft.contact())
                .param(
                        "heard",
                        TextIndex.vector(
                                draft.title() + "\n" + draft.cause(),
                                String.join("\n", draft.tried(), draft.seen(), draft.again())));
    }

    private static String[] names(Collection<Theme> themes) {
        return themes.stream().map(Enum::name).toArray(String[]::new);
    }

    /** @return whether it was there to remove, or to take back */
    boolean remove(long id, boolean removed) {
        return database.sql("""
                        update intervention.lesson set version = version + 1,
                            removed_by = case when :removed then access.person() end,
                            removed_at = case when :removed then now() end
                        where id = :id and (removed_at is null) = :removed
                          and (removed_at is null or removed_at > now() - interval '30 days')
                        """).param("removed", removed).param("id", id).update() == 1;
    }
}
