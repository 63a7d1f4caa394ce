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

    /** The meeting of the demonstration that is noted and not closed. */
    private static final String HELD = "(select min(meeting) from meeting.paragraph where scope = 'OWN')";

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

    private void tell(InventedStory story) {
        if (story.step().equals("analysis-of-a-school")) {
            aHeadTeacherAtWork();
        }
        acting.person(playing(story), () -> {
            story.tell();
            return true;
        });
    }

    private long playing(InventedStory story) {
        if (story.number() > 0 && story.step().startsWith("agreement-")) {
            return playedBySide(story);
        }
        return story.number() > 0 && story.teller() == Role.ASSESSOR
                ? withAddress(Residents.secondOf(story.teller()))
                : playing(story.teller());
    }

    /** Parties to an agreement are of one side: those whom the demonstration brought to it, of whom the country has no first. */
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

    private String document(String title) {
        return one("select document from records.document_version where title = '" + title + "'");
    }

    @Override
    public String place(String path) {
        return path.replace("{draft}", document("Utkast till erbjudande"))
                .replace("{commissioned}", one("select min(partnership) from intervention.commission"))
                .replace(
                        "{commission-countered}",
                        one("select min(id) from intervention.commission where standing = 'COUNTERED'"))
                .replace(
                        "{commission-given}",
                        one("select min(id) from intervention.commission where standing = 'GIVEN'"))
                .replace(
                        "{catalogue-provider}",
                        one(
                                "select o.key from organisation.organisation o join intervention.entry e on e.organisation = o.id order by e.id limit 1"))
                .replace("{catalogue-entry}", one("select min(id) from intervention.entry"))
                .replace("{lesson}", one("select min(id) from intervention.lesson"))
                .replace("{lesson-own}", one("select min(id) from intervention.lesson where readers = 'OWN'"))
                .replace("{matched}", one("select partnership from intervention.choice order by id limit 1"))
                .replace("{matched-analysis}", one("select analysis from intervention.choice order by id limit 1"))
                .replace("{matched-part}", one("select part from intervention.choice order by id limit 1"))
                .replace(
                        "{matchable-entry}",
                        one(
                                "select min(e.id) from intervention.entry e where e.id not in (select c.entry from intervention.choice c)"))
                .replace("{adopted}", document("Fastställt erbjudande"))
                .replace("{shared}", document("Erbjudande om stöd"))
                .replace(
                        "{organiser-id}",
                        one("select id from organisation.organisation where key = '" + ORGANISER + "'"))
                .replace(
                        "{registered}",
                        one(
                                "select share || '/' || organisation from records.registration order by share, organisation limit 1"))
                .replace("{head-teacher}", person(Role.HEAD_TEACHER))
                .replace("{staff}", person(Role.STAFF))
                .replace("{unproposed}", one("""
                        select a.round from selection.allotment a
                        where not exists (select from selection.proposal p where p.round = a.round)
                        """))
                .replace("{offered}", one("""
                        select unit from selection.allotted where round = 2 and part = 'OFFERED' order by position limit 1
                        """))
                .replace("{draw}", one("select checksum from selection.published_draws() where list is not null"))
                .replace(
                        "{void-signing}",
                        one("select min(id) from records.signing_request where subject_id not like '%/%'"))
                .replace(
                        "{signed-signing}",
                        one("select max(id) from records.signing_request where subject_id not like '%/%'"))
                .replace("{disposal}", one("select min(id) from records.disposal_proposal"))
                .replace("{declined}", one("select max(id) from records.disposal_proposal"))
                .replace(
                        "{marked-note}",
                        one("select min(about) from records.field_mark where kind = 'inspectorate-note'"))
                .replace("{unmarked-note}", one("""
                        select max(n.id) from selection.inspectorate_note n
                        where n.withdrawn_at is null and n.id not in (select about from records.field_mark)
                        """))
                .replace("{passed}", "1")
                .replace("{webhook}", one("select min(id) from notice.webhook"))
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
                .replace("{case-running}", taken("RUNNING"))
                .replace("{case-paused}", taken("PAUSED"))
                .replace("{case-discontinued}", taken("DISCONTINUED"))
                .replace(
                        "{case-unit}",
                        one("select min(unit) from partnership.participation where partnership = " + taken("RUNNING")))
                .replace("{case-next}", nextPhase())
                .replace("{staffed}", one("select partnership from partnership.handover order by id limit 1"))
                .replace("{leaver}", one("""
                        select min(s.assignment) from partnership.staffing s join access.assignment a on a.id = s.assignment
                        where a.role = 'PROCESS_FACILITATOR' and s.partnership = (
                            select partnership from partnership.handover order by id limit 1)
                        """))
                .replace("{handover}", one("select min(id) from partnership.handover"))
                .replace("{agreement-signed}", one("select min(agreement) from agreement.in_force"))
                .replace("{agreement-unsigned}", one("""
                        select min(s.agreement) from agreement.signing s
                        where not exists (select from agreement.in_force f where f.agreement = s.agreement)
                        """))
                .replace("{agreement-amendment}", one("select min(id) from agreement.agreement where number = 1"))
                .replace("{agreement-answered}", one("select min(agreement) from agreement.edition where number = 2"))
                .replace("{agreement-named}", one("""
                        select min(c.agreement) from agreement.acceptance c
                        where not exists (select from agreement.signing s where s.agreement = c.agreement)
                        """))
                .replace("{agreement-unfiled}", one("""
                        select min(f.agreement) from agreement.in_force f
                        where not exists (select from agreement.filing d where d.agreement = f.agreement)
                        """))
                .replace("{agreed-case}", one("""
                        select min(a.partnership) from agreement.agreement a join agreement.in_force f on f.agreement = a.id
                        """))
                .replace("{funding}", one("select min(id) from agreement.funding"))
                .replace("{payment}", one("select min(id) from agreement.funding_entry where kind = 'PAYMENT'"))
                .replace("{analysed}", one("select min(partnership) from analysis.analysis"))
                .replace("{analysis}", one("select min(id) from analysis.analysis"))
                .replace("{analysed-unit}", one("""
                        select key from organisation.unit where id = (select unit from analysis.analysis order by id limit 1)
                        """))
                .replace("{own-indicator}", one("select min(id) from analysis.own_indicator"))
                .replace("{own-term}", one("select max(term) from analysis.own_value"))
                .replace("{analysis-cause}", one("select min(id) from analysis.part where kind = 'CAUSE'"))
                .replace("{analysis-figure}", one("select min(part) from analysis.figure"))
                .replace("{met}", one("select partnership from meeting.meeting where id = " + HELD))
                .replace("{meeting-closed}", one("select min(id) from meeting.meeting where standing = 'CLOSED'"))
                .replace("{meeting}", one("select " + HELD))
                .replace(
                        "{meeting-coming}",
                        one("select max(id) from meeting.meeting where partnership = (select partnership from "
                                + "meeting.meeting where id = " + HELD + ")"))
                .replace("{meeting-item}", one("select min(id) from meeting.agenda_item where meeting = " + HELD))
                .replace(
                        "{meeting-paragraph}",
                        one("select min(id) from meeting.paragraph where scope = 'DRAFT' and meeting = " + HELD))
                .replace("{meeting-assignment}", one("select min(id) from meeting.assignment where meeting = " + HELD))
                .replace("{meeting-series}", one("""
                        select min(m.series) || '?unit=' || (
                            select coalesce(min(n.unit), 0) from partnership.participation n
                            where n.partnership = min(m.partnership) and n.standing = 'RUNNING' and n.level <> 'ORGANISER'
                              and n.unit not in (select o.unit from meeting.meeting o
                                where o.partnership = n.partnership and o.unit is not null))
                        from meeting.meeting m where m.id = """ + HELD))
                .replace("{surveyed}", one("select min(partnership) from survey.survey"))
                .replace("{surveyed-unit}", one("""
                        select u.key from organisation.unit u where u.id = (select min(unit) from survey.staff)
                        """))
                .replace("{survey-draft}", survey("id", "DRAFT"))
                .replace("{survey-open}", survey("id", "OPEN"))
                .replace("{survey-closed}", survey("id", "CLOSED"))
                .replace("{survey-open-code}", survey("code", "OPEN"))
                .replace("{survey-closed-code}", survey("code", "CLOSED"))
                .replace("{ideas-WRITING}", ideas("id", "WRITING"))
                .replace("{ideas-GROUPING}", ideas("id", "GROUPING"))
                .replace("{ideas-CLOSED}", ideas("id", "CLOSED"))
                .replace("{ideas-WRITING-code}", ideas("code", "WRITING"))
                .replace("{ideas-GROUPING-code}", ideas("code", "GROUPING"))
                .replace("{ideas-CLOSED-code}", ideas("code", "CLOSED"))
                .replace("{invitation}", one("select min(invitation) from selection.exclusion_request"));
    }

    private String survey(String column, String standing) {
        return one("select min(%s) from survey.survey where standing = '%s'".formatted(column, standing));
    }

    private String ideas(String column, String standing) {
        return one("select min(%s) from survey.idea_round where standing = '%s'".formatted(column, standing));
    }

    private String offer(String which) {
        return one(
                "select min(o.id) from partnership.offer o join partnership.partnership p on p.id = o.partnership where "
                        + which);
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
