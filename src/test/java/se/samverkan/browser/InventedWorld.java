package se.samverkan.browser;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Keeping;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.organisation.UnitView;
import se.samverkan.records.document.Adopting;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Dispatch;
import se.samverkan.records.document.DocumentSharing;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.Guarding;
import se.samverkan.records.document.OpeningForComment;
import se.samverkan.records.document.RecordRef;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.Upload;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.Installation;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
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
    private final TransactionTemplate transaction;
    private final JdbcClient behind;
    private final InventedPlaces places;
    private boolean there;

    InventedWorld(
            ListableBeanFactory application, Installation installation, ActingAs acting, Environment environment) {
        this.application = application;
        this.installation = installation;
        this.acting = acting;
        this.transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        this.behind = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("samverkan.db.url"),
                "samverkan_owner",
                environment.getRequiredProperty("samverkan.db.owner-password")));
        this.places = new InventedPlaces(behind);
    }

    @Override
    public synchronized void settle() {
        if (!there) {
            settleCountry();
            new RecordsAtWork(application, acting, behind).settle();
            application.getBeanProvider(InventedStory.class).orderedStream().forEach(this::tell);
            new AgreementsAtWork(application, acting, behind).settle();
            acting.person(playing(Role.PROGRAMME_OFFICER), () -> {
                paperwork();
                return true;
            });
            application
                    .getBeanProvider(InventedStory.class)
                    .orderedStream()
                    .filter(story -> TOLD_TWICE.contains(story.step()))
                    .forEach(this::tell);
            behind.sql("update selection.invitation set last_day = access.today() - 1 where id = 1")
                    .update();
            aSystemThatIsTold();
            aHeadTeacherAfterwards();
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

    /** One that answered, refused, and has been left in peace since. */
    private void aSystemThatIsTold() {
        behind.sql("""
                        with hook as (
                            insert into notice.webhook
                                (organisation, name, url, kinds, secret, request, made_by, failures, paused_at)
                            select o.id, 'Ärendesystemet', 'https://arenden.kommun.example/samverkan',
                                '{selection.invited,selection.decision-shared}', sha256(''), gen_random_uuid(), p.id, 20, now()
                            from organisation.organisation o, access.person p where o.key = ? and p.email = ? returning id
                        ), happened as (
                            insert into notice.event (kind, about, organisations, told_at)
                            select k, '{}', '{}', now() from unnest(array['notice.trial', 'selection.invited',
                                'selection.decision-shared']) k returning id
                        )
                        insert into notice.delivery (webhook, event, state, attempts, try_at, status, problem, ended_at)
                        select hook.id, happened.id, (array['DELIVERED', 'GIVEN_UP', 'WAITING'])[n], n, now(),
                            (array[204, 503, null])[n], (array[null, 'REFUSED', 'NO_ANSWER'])[n],
                            case when n < 3 then now() end
                        from hook, (select id, row_number() over (order by id)::int as n from happened) happened
                        """).params(ORGANISER, Residents.email(Role.ADMINISTRATOR)).update();
    }

    /** Whoever leads a school in a case is at that school; the head teacher of the others has no place of the kind. */
    private void aHeadTeacherAtWork() {
        behind.sql("""
                        insert into access.assignment (person, role, organisation, unit, valid_from)
                        select p.id, 'HEAD_TEACHER', u.organiser, u.id, access.today() - 1
                        from access.person p, organisation.unit u
                        where p.email = ? and u.id = (select n.unit from partnership.participation n
                            where n.partnership = (select min(b.partnership) from partnership.phase_begun b
                                join partnership.partnership c on c.id = b.partnership and c.standing = 'RUNNING')
                              and n.level <> 'ORGANISER'
                            order by n.level <> 'SCHOOL', n.unit limit 1)
                        """).param(Residents.email(Role.HEAD_TEACHER)).update();
    }

    /** She leads two schools too that have ended their case: one has answered what lives on, one has not yet. */
    private void aHeadTeacherAfterwards() {
        behind.sql("""
                        insert into access.assignment (person, role, organisation, unit, valid_from)
                        select p.id, 'HEAD_TEACHER', u.organiser, u.id, access.today() - 1
                        from access.person p, partnership.participation n join organisation.unit u on u.id = n.unit
                        where p.email = ? and n.partnership = ?
                        """)
                .params(Residents.email(Role.HEAD_TEACHER), Long.parseLong(places.fill("{case-completed}")))
                .update();
    }

    /** Whoever notes who came to a course is in the working group of a unit that it is for. */
    private void aTeacherAtTheCourse() {
        behind.sql("""
                        insert into access.assignment (person, role, organisation, unit, valid_from)
                        select p.id, 'WORKING_GROUP', u.organiser, u.id, access.today() - 1
                        from access.person p, organisation.unit u
                        where p.email = ? and u.id = (select c.units[1] from intervention.commission_part c
                            where c.commission = (select min(o.commission) from intervention.occasion o) limit 1)
                        """).param(Residents.email(Role.WORKING_GROUP)).update();
    }

    private void tell(InventedStory story) {
        if (story.step().equals("analysis-of-a-school")) {
            aHeadTeacherAtWork();
        }
        if (story.step().equals("intervention-roll")) {
            aTeacherAtTheCourse();
        }
        if (story.step().equals("plan-of-an-organiser")) {
            aDirectorAtWork();
        }
        if (story.step().equals("reporting-finished-cases")) {
            new OrganisersThatHaveFinished(application, acting).settle();
        }
        if (story.step().equals("publication-written")) {
            aCoordinatorAtWork();
        }
        acting.person(playing(story), () -> {
            transaction.executeWithoutResult(ignored -> story.tell());
            return true;
        });
    }

    /** Whoever decides on the plan of the head teacher's school directs its organiser, and has for more than a year. */
    private void aDirectorAtWork() {
        behind.sql("""
                        insert into access.assignment (person, role, organisation, valid_from)
                        select p.id, 'EDUCATION_DIRECTOR', a.organiser, access.today() - 400
                        from access.person p, actionplan.plan a
                        where p.email = ? and a.id = (select min(v.plan) from actionplan.version v)
                        """).param(Residents.email(Role.EDUCATION_DIRECTOR)).update();
    }

    /** Whoever tells the public of the case coordinates it. */
    private void aCoordinatorAtWork() {
        behind.sql("""
                        insert into access.assignment (person, role, organisation, valid_from)
                        select p.id, 'COORDINATOR', c.organiser, access.today() - 1
                        from access.person p, partnership.partnership c
                        where p.email = ? and c.id = (select min(b.partnership) from partnership.phase_begun b
                            join partnership.partnership r on r.id = b.partnership and r.standing = 'RUNNING')
                        """).param(Residents.email(Role.COORDINATOR)).update();
    }

    private long playing(InventedStory story) {
        if (story.number() == 0 || story.step().startsWith("partnership-")) {
            return playing(story.teller());
        }
        return story.teller() == Role.ASSESSOR ? withAddress(Residents.secondOf(story.teller())) : playedBySide(story);
    }

    /** Who speaks for a party or leads a school: those whom the demonstration brought to it, of whom the country has no first. */
    private long playedBySide(InventedStory story) {
        return application
                .getBean(DemonstrationPeople.class)
                .playing(story.teller(), story.number() - 1)
                .orElseThrow();
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

    /** A draft that is open for comment, one that is adopted, one that is shared and written anew. */
    private void paperwork() {
        Documents documents = application.getBean(Documents.class);
        Adopting adopting = application.getBean(Adopting.class);
        long organiser = application
                .getBean(Directory.class)
                .organiser(ORGANISER)
                .orElseThrow()
                .id();
        long draft = paper("Utkast till erbjudande");
        Files files = application.getBean(Files.class);
        byte[] list = "skola;elever\nExempelskolan;312\n".getBytes(StandardCharsets.UTF_8);
        documents.attach(
                draft,
                0,
                files.keep(new Upload("elever.csv", list.length, () -> new ByteArrayInputStream(list)))
                        .id());
        application
                .getBean(OpeningForComment.class)
                .open(
                        draft,
                        List.of(playing(Role.PROCESS_FACILITATOR)),
                        adopting.today().plusDays(14),
                        new FreeText("Stämmer målen?", ""));
        application.getBean(Guarding.class).mark(draft, "OSL 23 kap. 2 §", "");
        adopting.adopt(paper("Fastställt erbjudande"), 0, adopting.own());
        long shared = paper("Erbjudande om stöd");
        adopting.adopt(shared, 0, adopting.own());
        application
                .getBean(DocumentSharing.class)
                .share(shared, 1, new Dispatch(Set.of(organiser), new FreeText("Svara före jul.", ""), ""));
        documents.newVersion(
                shared, 2, new FreeText("Erbjudande om stöd, rättat", ""), FreeText.NONE, written("Rättat"));
    }

    private long paper(String title) {
        long agency = application.getBean(Directory.class).organisations().stream()
                .filter(each -> each.sort() == OrganisationView.Sort.AGENCY)
                .findFirst()
                .orElseThrow()
                .id();
        return application
                .getBean(Documents.class)
                .draft(new Draft(agency, null, null, "document", title, Words.SWEDISH, RecordRef.NONE), written(title));
    }

    private static Content written(String title) {
        return new Content.Rendered(new Rendition(
                Words.SWEDISH,
                "Påhittade skolmyndigheten",
                title,
                "",
                List.of(),
                List.of(new Block.Paragraph("Ni erbjuds stöd i tre år.")),
                Instant.parse("2027-03-12T10:00:00Z")));
    }

    @Override
    public String place(String path) {
        return places.fill(path);
    }
}
