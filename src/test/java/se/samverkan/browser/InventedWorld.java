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

    private void tell(InventedStory story) {
        acting.person(playing(story), () -> {
            story.tell();
            return true;
        });
    }

    private long playing(InventedStory story) {
        return story.number() == 0 ? playing(story.teller()) : withAddress(Residents.secondOf(story.teller()));
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
                .replace("{passed}", "1")
                .replace("{case-running}", taken("RUNNING"))
                .replace("{case-paused}", taken("PAUSED"))
                .replace("{case-discontinued}", taken("DISCONTINUED"))
                .replace("{case-unit}", one("select min(unit) from partnership.participation where partnership = "
                        + taken("RUNNING")))
                .replace("{case-next}", nextPhase())
                .replace("{invitation}", one("select min(invitation) from selection.exclusion_request"));
    }

    /** The first of the demonstration's cases that were taken over and stand so. */
    private String taken(String standing) {
        return one("""
                select min(p.id) from partnership.partnership p
                where p.standing = '%s' and exists (select from partnership.phase_begun b where b.partnership = p.id)
                """.formatted(standing));
    }

    private String nextPhase() {
        return one("""
                select whole -> 'phases' -> (select count(distinct phase)::int from partnership.phase_begun
                    where partnership = p.id) ->> 'key'
                from programme.version v join partnership.partnership p
                    on p.variant = v.variant and p.variant_version = v.version
                where p.id = """ + taken("RUNNING"));
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
