package se.samverkan.access.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.Refusal;

/** Where people are kept. Row-level security narrows every question here to those whom the actor may see. */
@Repository
class People {

    static final int PAGE = 50;

    private static final String SHOWN = """
            select p.id, p.name, p.email, p.language, p.organisation, coalesce(o.name, '') as organisation_name,
                p.left_on, p.deleted_at is not null as removed, p.version, access.manages(p.id) as manageable,
                access.manages_wholly(p.id) as wholly,
                p.pseudonymised_at is not null as pseudonymised,
                (select n.former_role from access.names_of(array[p.id]) n) as former_role
            from access.person p left join organisation.organisation o on o.id = p.organisation
            where not p.service and
            """;

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    Optional<PersonView> find(long id) {
        return database.sql(SHOWN + "p.id = ?").param(id).query(People::person).optional();
    }

    /** One more than a page of them, by name as a Swede sorts, then by id. */
    List<PersonView> list(PeopleQuery query) {
        return database.sql(SHOWN + """
                        (:text = '' or position(lower(:text) in lower(p.name)) > 0
                            or position(lower(:text) in lower(p.email)) > 0)
                        and case :state when 'REMOVED' then p.deleted_at is not null
                            when 'LEFT' then p.deleted_at is null and p.left_on < access.today()
                            else p.deleted_at is null and coalesce(p.left_on, 'infinity') >= access.today() end
                        and (:role = '' or exists (select from access.assignment_shown a
                            where a.person = p.id and a.role = :role and a.state in ('CURRENT', 'COMING')))
                        and (:organisation = '' or position(lower(:organisation) in lower(o.name)) > 0
                            or exists (select from access.assignment_shown a
                                where a.person = p.id and a.state in ('CURRENT', 'COMING')
                                  and position(lower(:organisation) in lower(a.place)) > 0))
                        and (:afterId = 0 or (p.name collate "sv-SE-x-icu", p.id) > (:afterName, :afterId))
                        order by p.name collate "sv-SE-x-icu", p.id
                        limit :most
                        """)
                .param("text", query.text())
                .param("state", query.state())
                .param("role", query.role())
                .param("organisation", query.organisation())
                .param("afterName", query.afterName())
                .param("afterId", query.afterId())
                .param("most", PAGE + 1)
                .query(People::person)
                .list();
    }

    long add(PersonForm form, @Nullable Long organisation) {
        try {
            return database.sql("""
                            insert into access.person (name, email, language, organisation)
                            values (:name, :email, :language, :organisation) returning id
                            """)
                    .param("name", form.name())
                    .param("email", form.email())
                    .param("language", form.language())
                    .param("organisation", organisation)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw addressTaken(form, e);
        }
    }

    void change(long id, int version, PersonForm form) {
        try {
            must(database.sql("""
                            update access.person set name = :name, email = :email, language = :language,
                                version = version + 1
                            where id = :id and version = :version
                            """)
                    .param("name", form.name())
                    .param("email", form.email())
                    .param("language", form.language())
                    .param("id", id)
                    .param("version", version)
                    .update());
        } catch (DuplicateKeyException e) {
            throw addressTaken(form, e);
        }
    }

    private static Refusal addressTaken(PersonForm form, DuplicateKeyException cause) {
        Refusal refusal = Refusal.rule("refusal.person.address-taken", form.email());
        refusal.addSuppressed(cause);
        return refusal;
    }

    /** Notes somebody's last day; null when the person stays. */
    void leave(long id, int version, @Nullable LocalDate lastDay) {
        must(database.sql("update access.person set left_on = ?, version = version + 1 where id = ? and version = ?")
                .param(lastDay)
                .param(id)
                .param(version)
                .update());
    }

    /** The name becomes a number; the address, which could sign in, becomes nothing. */
    void pseudonymise(long id, int version) {
        must(database.sql("""
                        update access.person set name = id::text, email = '', pseudonymised_at = now(),
                            version = version + 1
                        where id = ? and version = ?
                        """).params(id, version).update());
    }

    /**
     * Those whose name has had its time: removed too long ago to be brought back, or gone for so many days.
     *
     * @param most no more than so many of them
     */
    List<Long> outlived(int daysAfterLeaving, int most) {
        return database.sql("""
                        select id from access.person
                        where not service and pseudonymised_at is null
                          and (deleted_at <= now() - interval '30 days' or left_on < access.today() - :days::int)
                        order by id limit :most
                        """)
                .param("days", daysAfterLeaving)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    void remove(long id, int version) {
        must(database.sql(
                        "update access.person set deleted_at = now(), version = version + 1 where id = ? and version = ?")
                .params(id, version)
                .update());
    }

    /** Brings somebody back who was removed at most 30 days ago. */
    boolean restore(long id) {
        return database.sql("""
                        update access.person set deleted_at = null, version = version + 1
                        where id = ? and pseudonymised_at is null and deleted_at > now() - interval '30 days'
                        """).param(id).update() == 1;
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    /** Makes those who change the roles of one person wait for each other. */
    void lock(long person) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('access.person', ?))")
                .param(person)
                .query(row -> {});
    }

    private static void must(int changed) {
        if (changed == 0) {
            throw Refusal.stale();
        }
    }

    private static PersonView person(ResultSet row, int number) throws SQLException {
        return new PersonView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getObject("organisation", Long.class),
                row.getString("organisation_name"),
                row.getObject("left_on", LocalDate.class),
                row.getString("former_role"),
                row.getBoolean("pseudonymised"),
                row.getBoolean("removed"),
                row.getBoolean("manageable"),
                row.getBoolean("wholly"),
                row.getInt("version"));
    }
}
