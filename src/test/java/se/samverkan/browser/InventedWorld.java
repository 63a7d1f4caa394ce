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
            runningCase();
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

    /** A partnership that runs, with an organiser of its own, for the pages of those who staff it. */
    private void runningCase() {
        behind.sql("""
                        with organiser as (
                            insert into organisation.organisation (kind, key, number, name, organiser_type, source)
                            values ('ORGANISER', '9895000001', '9895000001', 'Samverkansby kommun', 'MUNICIPAL', 'test')
                            returning id
                        ), unit as (
                            insert into organisation.unit (kind, key, code, name, organiser, municipality, source)
                            select 'SCHOOL', code, code, name, organiser.id, '0101', 'test'
                            from organiser, (values ('98950001', 'Björkskolan'), ('98950002', 'Ekskolan')) as s (code, name)
                            returning id
                        ), run as (
                            insert into partnership.partnership (owner_organisation, organiser, variant, variant_version,
                                first_term, standing, told_at, made_by)
                            select (select min(id) from organisation.organisation where kind = 'AGENCY'), organiser.id,
                                'sbs', (select max(version) from programme.publication where variant = 'sbs'), 20264,
                                'RUNNING', now(), :officer
                            from organiser returning id
                        ), taken as (
                            insert into partnership.participation (partnership, unit, level, standing)
                            select run.id, unit.id, 'SCHOOL', 'RUNNING' from run, unit returning partnership
                        )
                        insert into partnership.decision (partnership, kind, day, words, made_by)
                        select distinct partnership, 'STARTED', access.today(), 'Alla enheter har sagt ja', :officer
                        from taken
                        """).param("officer", playing(Role.PROGRAMME_OFFICER)).update();
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
                .replace("{staffed}", one("select min(partnership) from partnership.staffing"))
                .replace("{leaver}", one("""
                        select min(s.assignment) from partnership.staffing s join access.assignment a on a.id = s.assignment
                        where a.valid_to is not null
                        """))
                .replace("{handover}", one("select min(id) from partnership.handover"))
                .replace("{invitation}", one("select min(invitation) from selection.exclusion_request"));
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
