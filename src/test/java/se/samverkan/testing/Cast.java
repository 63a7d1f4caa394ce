package se.samverkan.testing;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.samverkan.access.Role;
import se.samverkan.testing.TestDatabases.TestDatabase;

/**
 * Organisations, units and people for a test, put there past all rights. Each has a name and number of its own, so that
 * tests that share a database do not meet.
 */
public final class Cast {

    private static final AtomicInteger NUMBER = new AtomicInteger(1);

    private final JdbcClient owner;

    public Cast(TestDatabase database) {
        DriverManagerDataSource owners = database.asOwner();
        this.owner = JdbcClient.create(new SingleConnectionDataSource(
                Objects.requireNonNull(owners.getUrl()),
                Objects.requireNonNull(owners.getUsername()),
                Objects.requireNonNull(owners.getPassword()),
                true));
        owner.sql("insert into organisation.county values ('98', 'Provlän') on conflict do nothing")
                .update();
        owner.sql("insert into organisation.municipality values ('9898', 'Provby', '98') on conflict do nothing")
                .update();
    }

    public JdbcClient behind() {
        return owner;
    }

    public long organisation(String name) {
        String number = "9898%06d".formatted(NUMBER.getAndIncrement());
        return owner.sql("""
                        insert into organisation.organisation (kind, key, number, name, organiser_type, source)
                        values ('ORGANISER', :number, :number, :name, 'INDEPENDENT', 'test') returning id
                        """)
                .param("number", number)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    public long agency(String name) {
        String number = "9897%06d".formatted(NUMBER.getAndIncrement());
        return owner.sql("""
                        insert into organisation.organisation (kind, key, number, name, source)
                        values ('AGENCY', :number, :number, :name, 'test') returning id
                        """)
                .param("number", number)
                .param("name", name + " " + number)
                .query(Long.class)
                .single();
    }

    public long unit(String name, long organiser) {
        String code = "98%06d".formatted(NUMBER.getAndIncrement());
        return owner.sql("""
                        insert into organisation.unit (kind, key, code, name, organiser, municipality, source)
                        values ('SCHOOL', :code, :code, :name, :organiser, '9898', 'test') returning id
                        """)
                .param("code", code)
                .param("name", name)
                .param("organiser", organiser)
                .query(Long.class)
                .single();
    }

    /** Somebody kept by an organisation, or by the installation, without any role. */
    public long person(String name, @Nullable Long organisation) {
        return owner.sql("""
                        insert into access.person (name, email, organisation)
                        values (:name, :email, :organisation) returning id
                        """)
                .param("name", name)
                .param("email", "prov" + NUMBER.getAndIncrement() + "@prov.example")
                .param("organisation", organisation)
                .query(Long.class)
                .single();
    }

    /** Gives a role from long ago until further notice. */
    public long assign(long person, Role role, @Nullable Long organisation, @Nullable Long unit) {
        return owner.sql("""
                        insert into access.assignment (person, role, organisation, unit, valid_from)
                        values (:person, :role, :organisation, :unit, '2020-01-01') returning id
                        """)
                .param("person", person)
                .param("role", role.name())
                .param("organisation", organisation)
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    /** Somebody with one role. */
    public long player(String name, Role role, @Nullable Long organisation) {
        long person = person(name, organisation);
        assign(person, role, organisation, null);
        return person;
    }
}
