package se.samverkan.shared.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.samverkan.shared.Refusal;

/**
 * The role by which the application reads and writes. Row-level security holds it only as long as it is nobody special in
 * the database, so where somebody else has made the database that is asked before anything is touched.
 */
final class ApplicationRole {

    private static final String SPECIAL = """
            select case
                when r.rolsuper then 'superuser'
                when r.rolbypassrls then 'bypasses'
                when exists (select from pg_roles o
                        where o.rolname = :owner and pg_has_role(r.oid, o.oid, 'member'))
                    or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname = any (string_to_array(:rooms, ','))
                          and pg_has_role(r.oid, c.relowner, 'member'))
                    then 'owner'
                else 'nobody' end
            from pg_roles r where r.rolname = current_user
            """;

    private ApplicationRole() {}

    /**
     * Refuses a role that could see or change rows past their guard.
     *
     * @throws Refusal when it is a superuser, may bypass row-level security, or is or may become an owner of the tables
     */
    static void requireGuarded(DatabaseAccess access) {
        DataSource application = new DriverManagerDataSource(access.url(), access.user(), access.password());
        String special = JdbcClient.create(application)
                .sql(SPECIAL)
                .param("owner", access.owner())
                .param("rooms", String.join(",", RoomMigrations.ROOMS))
                .query(String.class)
                .single();
        if (!special.equals("nobody")) {
            throw Refusal.rule("database.refusal." + special, access.user());
        }
    }
}
