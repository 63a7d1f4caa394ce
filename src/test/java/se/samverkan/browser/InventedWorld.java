package se.samverkan.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Keeping;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Installation;
import se.samverkan.statistics.InventedFigures;
import se.samverkan.statistics.InventedStory;

/**
 * A small invented country for tests in a browser: some schools and preschools with ten years of figures, and a person of
 * every role, who all have the same password.
 */
@TestComponent
class InventedWorld implements World {

    /** The organiser of the first of its schools, and its municipality. */
    static final String ORGANISER = "2121000000";

    static final String MUNICIPALITY = "0101";

    private static final int SCHOOLS = 60;

    /** What gives one more round by lot, so that there is one whose decision nobody has proposed. */
    private static final Set<String> TOLD_TWICE =
            Set.of("selection-round-by-lot", "selection-round-list", "selection-round-lot");

    private final ListableBeanFactory application;
    private final Installation installation;
    private final ActingAs acting;
    private final JdbcClient behind;
    private boolean there;

    InventedWorld(
            ListableBeanFactory application, Installation installation, ActingAs acting, Environment environment) {
        this.application = application;
        this.installation = installation;
        this.acting = acting;
        this.behind = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("samverkan.db.url"),
                "samverkan_owner",
                environment.getRequiredProperty("samverkan.db.owner-password")));
    }

    @Override
    public synchronized void settle() {
        if (!there) {
            settleCountry();
            new RecordsAtWork(application, acting, behind).settle();
            application.getBeanProvider(InventedStory.class).orderedStream().forEach(this::tell);
            application
                    .getBeanProvider(InventedStory.class)
                    .orderedStream()
                    .filter(story -> TOLD_TWICE.contains(story.step()))
                    .forEach(this::tell);
            behind.sql("update selection.invitation set last_day = access.today() - 1 where id = 1")
                    .update();
            there = true;
        }
    }

    /** The country and its people, before any room has told its story. */
    void settleCountry() {
        installation.become(Installation.Kind.DEMONSTRATION);
        acting.console(() -> {
            InventedFigures.fill(application, SCHOOLS);
            return true;
        });
        Residents.settle(behind);
        acting.person(playing(Role.ADMINISTRATOR), () -> {
            everydayLife();
            return true;
        });
    }

    private void tell(InventedStory story) {
        acting.person(playing(story), () -> {
            story.tell();
            return true;
        });
    }

    private long playing(InventedStory story) {
        return story.number() > 0 && story.teller() == Role.ASSESSOR
                ? withAddress(Residents.secondOf(story.teller()))
                : playing(story.teller());
    }

    private long playing(Role role) {
        return withAddress(Residents.email(role));
    }

    private long withAddress(String address) {
        return behind.sql("select id from access.person where email = ?")
                .param(address)
                .query(Long.class)
                .single();
    }

    private void everydayLife() {
        Directory directory = application.getBean(Directory.class);
        Keeping keeping = application.getBean(Keeping.class);
        long organiser = directory.organiser(ORGANISER).orElseThrow().id();
        List<Long> units =
                directory.unitsOfOrganiser(organiser).stream().map(UnitView::id).toList();
        keeping.addArea(organiser, "Norra området", units);
        keeping.addOrganisation("Påhittade universitetet", OrganisationView.Sort.UNIVERSITY);
        keeping.addOrganisation("Påhittade skolmyndigheten", OrganisationView.Sort.AGENCY);
        keeping.addDays(organiser, DayKind.HOLIDAY, "Sportlov", LocalDate.of(2027, 2, 22), LocalDate.of(2027, 2, 26));
    }

    @Override
    public String place(String path) {
        return path.replace("{head-teacher}", person(Role.HEAD_TEACHER))
                .replace("{staff}", person(Role.STAFF))
                .replace("{unproposed}", one("""
                        select a.round from selection.allotment a
                        where not exists (select from selection.proposal p where p.round = a.round)
                        """))
                .replace("{offered}", one("""
                        select unit from selection.allotted where round = 2 and part = 'OFFERED' order by position limit 1
                        """))
                .replace("{draw}", one("select checksum from selection.published_draws() where list is not null"))
                .replace("{void-signing}", one("select min(id) from records.signing_request"))
                .replace("{signed-signing}", one("select max(id) from records.signing_request"))
                .replace("{disposal}", one("select min(id) from records.disposal_proposal"))
                .replace("{declined}", one("select max(id) from records.disposal_proposal"))
                .replace("{passed}", "1")
                .replace("{offer-started}", offer("p.standing = 'RUNNING'"))
                .replace("{offer-waiting}", offer("p.standing = 'OFFERED' and o.round is not null"))
                .replace("{offer-ready}", offer("p.standing = 'ACCEPTED'"))
                .replace("{offer-draft}", offer("o.sent_at is null and o.left_at is null"))
                .replace("{offer-two}", offer("o.round is null and o.sent_at is not null"))
                .replace("{unit-yes}", one("""
                        select u.key from partnership.participation n join organisation.unit u on u.id = n.unit
                        where n.standing = 'ACCEPTED' and n.partnership = (
                            select id from partnership.partnership where standing = 'ACCEPTED' order by id limit 1)
                        order by n.id limit 1
                        """))
                .replace("{invitation}", one("select min(invitation) from selection.exclusion_request"));
    }

    private String offer(String which) {
        return one(
                "select min(o.id) from partnership.offer o join partnership.partnership p on p.id = o.partnership where "
                        + which);
    }

    private String one(String sql) {
        return behind.sql(sql).query(String.class).single();
    }

    private String person(Role role) {
        return behind.sql("select id from access.person where email = ?")
                .param(Residents.email(role))
                .query(String.class)
                .single();
    }
}
