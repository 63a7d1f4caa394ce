package se.samverkan.reporting.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.search.TextIndex;
import se.samverkan.reporting.publication.Publication.Kind;
import se.samverkan.reporting.publication.Publication.Standing;
import se.samverkan.reporting.publication.Publication.Step;

/**
 * The publications in the database, as row-level security lets the actor see them. Whoever may write or review everywhere does so for
 * offices: what an organiser says of itself is its own until it is public.
 */
@Component
class StoredPublications {

    private static final String SHOWN = """
            select p.*, o.name as owner_name, coalesce(g.name, '') as organiser_name, coalesce(u.name, '') as unit_name,
                (select n.name from access.names_of(array[p.made_by]) n) as by_name,
                p.organiser is distinct from p.owner_organisation and (select access.everywhere('WRITE_PUBLICATIONS'))
                    or p.unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
                    or p.owner_organisation = any ((select reporting.publishing_organisations())::bigint[]) as writes,
                p.organiser is distinct from p.owner_organisation and (select access.everywhere('RELEASE_PUBLICATIONS'))
                    or p.owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])
                    as reviews,
                p.organiser = any ((select reporting.organisers_kept())::bigint[]) as keeps_order
            from reporting.publication p
            join organisation.organisation o on o.id = p.owner_organisation
            left join organisation.organisation g on g.id = p.organiser
            left join organisation.unit u on u.id = p.unit
            """;

    private final JdbcClient database;

    StoredPublications(JdbcClient database) {
        this.database = database;
    }

    /** What the actor writes in, reviews or keeps the order of, what waits first and then the newest first. */
    List<Publication> worked(int most) {
        return database.sql("select * from (" + SHOWN + """
                        ) w where writes or reviews or keeps_order
                        order by array_position(array['PROPOSED', 'RETURNED', 'DRAFT', 'RELEASED', 'WITHDRAWN'], standing), id desc
                        limit ?
                        """)
                .param(most)
                .query((row, n) -> publication(row))
                .list();
    }

    /** Those that wait for the actor: to be reviewed, or to be written anew. */
    List<Publication> waiting() {
        return database.sql("select * from (" + SHOWN + """
                        ) w where standing = 'PROPOSED' and reviews or standing = 'RETURNED' and made_by = access.person()
                        order by id
                        """)
                .query((row, n) -> publication(row))
                .list();
    }

    Optional<Publication> find(long id) {
        return database.sql(SHOWN + " where p.id = ?")
                .param(id)
                .query((row, n) -> publication(row))
                .optional()
                .map(each -> each.with(units(id), steps(id)));
    }

    private List<String> units(long id) {
        return database.sql("""
                        select u.name from reporting.publication_unit s join organisation.unit u on u.id = s.unit
                        where s.publication = ? order by u.name collate "sv-SE-x-icu", u.id
                        """).param(id).query(String.class).list();
    }

    private List<Step> steps(long id) {
        return database.sql("""
                        select s.*, (select n.name from access.names_of(array[s.made_by]) n) as by_name
                        from reporting.publication_step s where s.publication = ? order by s.id
                        """)
                .param(id)
                .query((row, n) -> new Step(
                        Standing.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getBoolean("alone"),
                        text(row, "by_name"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /** For whom the actor can write, by name: whoever may so everywhere speaks for offices, never for an organiser. */
    List<Sender> senders() {
        return database.sql("""
                        select o.id, null::bigint as unit, o.name, s.office
                        from reporting.senders() s join organisation.organisation o on o.id = s.organisation
                        where s.office and (select access.everywhere('WRITE_PUBLICATIONS'))
                            or o.id = any ((select reporting.publishing_organisations())::bigint[])
                        union all
                        select u.organiser, u.id, u.name, false
                        from organisation.unit u join reporting.senders() s on s.organisation = u.organiser and not s.office
                        where u.id = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
                        order by 3, 2 nulls first
                        """)
                .query((row, n) -> new Sender(
                        row.getLong("id"),
                        Optional.ofNullable(row.getObject("unit", Long.class)),
                        row.getString("name"),
                        row.getBoolean("office")))
                .list();
    }

    /** What is begun. */
    record Begun(
            Kind kind,
            long owner,
            @Nullable Long organiser,
            @Nullable Long unit,
            @Nullable Long about,
            String title,
            String words,
            String content,
            String ground) {}

    long begin(Begun begun) {
        return database.sql("""
                        insert into reporting.publication
                            (kind, owner_organisation, organiser, unit, about, title, words, content, ground, heard)
                        values (:kind, :owner, :organiser, :unit, :about, :title, :words, :content, :ground,
                            cast(:heard as tsvector)) returning id
                        """)
                .param("heard", TextIndex.vector(begun.title(), begun.words() + "\n" + begun.content()))
                .param("kind", begun.kind().name())
                .param("owner", begun.owner())
                .param("organiser", begun.organiser())
                .param("unit", begun.unit())
                .param("about", begun.about())
                .param("title", begun.title())
                .param("words", begun.words())
                .param("content", begun.content())
                .param("ground", begun.ground())
                .query(Long.class)
                .single();
    }

    void show(long id, Set<Long> units) {
        units.forEach(unit -> database.sql("insert into reporting.publication_unit (publication, unit) values (?, ?)")
                .params(id, unit)
                .update());
    }

    /** Writes it anew; false where somebody did something with it since. */
    boolean write(long id, int version, News news) {
        return database.sql("""
                        update reporting.publication set title = ?, words = ?, heard = cast(? as tsvector), version = version + 1
                        where id = ? and version = ? and standing in ('DRAFT', 'RETURNED')
                        """)
                        .params(
                                news.title().text(),
                                news.words().text(),
                                TextIndex.vector(
                                        news.title().text(), news.words().text()),
                                id,
                                version)
                        .update()
                == 1;
    }

    /** Makes it what it becomes, with the step that says so; false where somebody did something with it since. */
    boolean becomes(Publication before, int version, Standing after, String words, boolean alone) {
        boolean changed = database.sql("""
                        update reporting.publication set standing = ?, version = version + 1
                        where id = ? and version = ? and standing = ?
                        """)
                        .params(
                                after.name(),
                                before.id(),
                                version,
                                before.standing().name())
                        .update()
                == 1;
        if (changed) {
            step(before.id(), after, words, alone);
        }
        return changed;
    }

    void step(long id, Standing kind, String words, boolean alone) {
        database.sql("insert into reporting.publication_step (publication, kind, words, alone) values (?, ?, ?, ?)")
                .params(id, kind.name(), words, alone)
                .update();
    }

    /** Keeps why it is published although it looks as if somebody could be known by it. */
    void reason(long id, String reason) {
        database.sql("update reporting.publication set reason = ? where id = ?")
                .params(reason, id)
                .update();
    }

    /** The earlier one of the same that is still shown, which a newer one takes the place of. */
    Optional<Publication> shownBefore(Publication next) {
        return database.sql(SHOWN + """
                         where p.kind = :kind and p.owner_organisation = :owner and p.about = :about and p.standing = 'RELEASED'
                        """)
                .param("kind", next.kind().name())
                .param("owner", next.owner())
                .param("about", next.about().orElse(null))
                .query((row, n) -> publication(row))
                .optional();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("owner_organisation"),
                row.getString("owner_name"),
                Optional.ofNullable(row.getObject("organiser", Long.class)),
                row.getString("organiser_name"),
                row.getString("unit_name"),
                Optional.ofNullable(row.getObject("about", Long.class)),
                row.getString("title"),
                row.getString("words"),
                row.getString("content"),
                row.getString("ground"),
                row.getString("reason"),
                Standing.valueOf(row.getString("standing")),
                row.getInt("version"),
                row.getLong("made_by"),
                text(row, "by_name"),
                row.getTimestamp("made_at").toInstant(),
                row.getBoolean("writes"),
                row.getBoolean("reviews"),
                row.getBoolean("keeps_order"),
                List.of(),
                List.of());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
