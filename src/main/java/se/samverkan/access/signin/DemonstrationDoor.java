package se.samverkan.access.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.DemonstrationPerson;
import se.samverkan.access.Role;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Refusal;

/** Keeps the people of a demonstration apart from all others, so that only they can be anybody's. */
@Component
class DemonstrationDoor implements DemonstrationPeople {

    private final Installation installation;
    private final ActingAs actingAs;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    DemonstrationDoor(
            Installation installation,
            ActingAs actingAs,
            JdbcClient database,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.installation = installation;
        this.actingAs = actingAs;
        this.database = database;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A person of the demonstration as the sign-in page lists them.
     *
     * @param side on whose side the role stands, as the table of rights says
     * @param place the organisation or unit the role is held in, or empty for everywhere
     */
    record Player(long person, String name, Role role, String side, String place) {}

    @Override
    public void create(List<DemonstrationPerson> people) {
        if (!installation.isDemonstration()) {
            throw Refusal.rule("refusal.demonstration.only");
        }
        actingAs.console(() -> transaction.execute(status -> {
            people.forEach(this::add);
            audit.record(Happening.of(
                    "demonstration.peopled", new Subject("installation", "0", Integer.toString(people.size())), null));
            return people.size();
        }));
    }

    @Override
    public Optional<Long> playing(Role role, int number) {
        return players().stream()
                .filter(player -> player.role() == role)
                .map(Player::person)
                .skip(number)
                .findFirst();
    }

    /** Each once in a role, though the same role may be held in several cases. */
    List<Player> players() {
        return database.sql("""
                        select person, name, role, side, max(coalesce(place, '')) as place
                        from access.demonstration_people() with ordinality
                        group by person, name, role, side order by min(ordinality)
                        """)
                .query((row, n) -> new Player(
                        row.getLong("person"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("side"),
                        row.getString("place")))
                .list();
    }

    private void add(DemonstrationPerson added) {
        long person = database.sql("insert into access.person (name, email) values (?, '') returning id")
                .param(added.name())
                .query(Long.class)
                .single();
        database.sql("""
                        insert into access.assignment (person, role, organisation, unit, valid_from)
                        values (:person, :role, :organisation, :unit, access.today())
                        """)
                .param("person", person)
                .param("role", added.role().name())
                .param("organisation", added.organisation())
                .param("unit", added.unit())
                .update();
        database.sql("insert into access.demonstration_person (person) values (?)")
                .param(person)
                .update();
    }
}
