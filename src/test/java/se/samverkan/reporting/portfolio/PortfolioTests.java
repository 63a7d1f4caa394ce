package se.samverkan.reporting.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CasePulse.UnitPulse;
import se.samverkan.partnership.CaseStage;
import se.samverkan.partnership.course.Turn;
import se.samverkan.partnership.course.TurnReason;
import se.samverkan.partnership.course.Turning;
import se.samverkan.reporting.portfolio.PortfolioQuery.Order;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** The portfolio tells of many partnerships what each reader may know, in words with reasons, and ranks nobody. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=reporting")
class PortfolioTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
    }

    private List<Line> lines(long person) {
        return stage.as(person, () -> stage.bean(Portfolio.class).lines());
    }

    private Line line(long person, long id) {
        return lines(person).stream()
                .filter(each -> each.pulse().id() == id)
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse get(long person, String path) {
        return stage.asks(person, MockMvcRequestBuilders.get("/portfolio" + path));
    }

    private String page(long person, String path) {
        MockHttpServletResponse answer = get(person, path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return CaseStage.text(answer);
    }

    private MockHttpServletResponse sends(long person, String path, String... fields) {
        var form = MockMvcRequestBuilders.post("/portfolio" + path)
                .param("version", "0")
                .param("once", java.util.UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return stage.asks(person, form);
    }

    private void behind(String sql, Object... values) {
        stage.cast.behind().sql(sql).params(values).update();
    }

    /** Nothing has been heard for a hundred days. */
    private void silence(long id) {
        for (String table : List.of("decision", "phase_begun")) {
            behind("alter table partnership." + table + " disable trigger user");
            behind(
                    "update partnership." + table + " set made_at = now() - interval '100 days' where partnership = ?",
                    id);
            behind("alter table partnership." + table + " enable trigger user");
        }
        behind("update partnership.case_pulse set decided = now() - interval '100 days' where partnership = ?", id);
        behind("update partnership.unit_pulse set heard = now() - interval '100 days' where partnership = ?", id);
    }

    @Test
    void tellsWhatRemainsOfAPhaseAsStepsAreMarkedAndTakenBack() {
        long id = stage.taken();
        String phase = stage.phase(0).key();
        var before = line(stage.officer, id).pulse().units();
        stage.phase(0)
                .steps()
                .forEach(step ->
                        stage.does(stage.headTeacher, () -> stage.steps().mark(id, stage.first, phase, step.key())));
        assertThat(unit(id).due()).as("nothing remains to be done").isEmpty();
        stage.as(stage.officer, () -> stage.steps().done(id))
                .forEach(done ->
                        stage.does(stage.headTeacher, () -> stage.steps().undo(id, done.id())));
        assertThat(line(stage.officer, id).pulse().units()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void tellsWhenACaseLastMetAsMeetingsAreClosedOpenedAgainMovedAndTakenAway() {
        long id = stage.taken();
        silence(id);
        LocalDate silent = heard(id);
        behind("""
                insert into meeting.meeting (partnership, owner_organisation, organiser, name_sv, starts_at, ends_at, standing, made_by)
                select id, owner_organisation, organiser, 'Träff', now() - interval '9 days', now() - interval '8 days', 'CLOSED', ?
                from partnership.partnership where id = ?
                """, stage.officer, id);
        assertThat(heard(id)).isEqualTo(silent.plusDays(91));
        behind("update meeting.meeting set standing = 'PLANNED' where partnership = ?", id);
        assertThat(heard(id)).as("it was opened again").isEqualTo(silent);
        behind("update meeting.meeting set standing = 'CLOSED' where partnership = ?", id);
        behind("update meeting.meeting set starts_at = starts_at - interval '11 days' where partnership = ?", id);
        assertThat(heard(id)).as("it was on another day").isEqualTo(silent.plusDays(80));
        behind("delete from meeting.meeting where partnership = ?", id);
        assertThat(heard(id)).as("it is no more").isEqualTo(silent);
    }

    private LocalDate heard(long id) {
        return line(stage.officer, id).pulse().heard().orElseThrow();
    }

    @Test
    void tellsOfMeetingsThatHaveBeenAndWereNotClosed() {
        long id = stage.taken();
        assertThat(line(stage.officer, id).pulse().loose()).isEmpty();
        behind("""
                insert into meeting.meeting (partnership, owner_organisation, organiser, name_sv, starts_at, ends_at, made_by)
                select id, owner_organisation, organiser, 'Glömd träff', now() - interval '9 days', now() - interval '8 days', ?
                from partnership.partnership where id = ?
                """, stage.officer, id);
        assertThat(page(stage.officer, "")).contains("En lös tråd", "En träff har varit men är inte avslutad");
        assertThat(line(stage.coordinator, id).pulse().loose()).hasSize(1);
    }

    private UnitPulse unit(long id) {
        return line(stage.officer, id).pulse().units().stream()
                .filter(each -> each.unit() == stage.first)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhereEachIsWhatIsDueAndHowLongItHasBeenSilent() {
        long id = stage.taken();
        Line line = line(stage.officer, id);
        assertThat(line.pulse().phase()).isEqualTo(stage.phase(0).key());
        assertThat(line.pulse().due()).isPresent();
        assertThat(line.pulse().units()).hasSize(2);
        assertThat(line.silent()).hasValue(0);
        silence(id);
        Line later = line(stage.officer, id);
        assertThat(later.silent().orElseThrow()).isBetween(99L, 101L);
        assertThat(later.reasons()).anyMatch(each -> each.key().equals("silent"));
        assertThat(page(stage.officer, "?silent=90")).contains("Åkommunen", "Inget har hörts på");
        assertThat(page(stage.officer, "?silent=180")).contains("Inget stämmer");
        assertThat(page(stage.officer, "?q=björk")).contains("Åkommunen", "Björkskolan");
    }

    @Test
    void saysInWordsHowItGoesAndWhy() {
        long id = stage.taken();
        stage.does(
                stage.officer,
                () -> stage.bean(Turning.class)
                        .turn(
                                id,
                                Optional.empty(),
                                stage.read(id).version(),
                                new Turning.Draft(Turn.PAUSE, stage.today(), TurnReason.NO_TIME, FreeText.NONE, "")));
        assertThat(line(stage.officer, id).attention()).isEqualTo(Line.Attention.WATCH);
        assertThat(page(stage.officer, "")).contains("Håll ögonen på", "Samverkan är pausad.");
    }

    @Test
    void isEachReadersOwnAndHoldsNothingOfOthers() {
        long id = stage.taken();
        assertThat(lines(stage.coordinator))
                .extracting(each -> each.pulse().id())
                .contains(id);
        for (long other : List.of(stage.stranger, stage.neighbour)) {
            assertThat(lines(other)).extracting(each -> each.pulse().id()).doesNotContain(id);
            assertThat(page(other, "")).doesNotContain("Åkommunen", "Ekskolan");
            assertThat(page(other, "/list.csv")).doesNotContain("Åkommunen");
        }
        assertThat(get(stage.headTeacher, "").getStatus()).isEqualTo(403);
    }

    /** Every column of the office, and the page itself, is the same before and after a unit has written in its draft. */
    @Test
    void showsTheOfficeNothingOfADraftInAnyColumn() {
        long id = stage.taken();
        silence(id);
        String file = page(stage.officer, "/list.csv");
        String before = withoutTokens(page(stage.officer, ""));
        Line office = line(stage.officer, id);
        long analysis = stage.cast
                .behind()
                .sql("""
                        insert into analysis.analysis (partnership, agency, organiser, unit, level, made_by)
                        values (?, ?, ?, ?, 'SCHOOL', ?) returning id
                        """)
                .params(id, stage.office, stage.organiser, stage.first, stage.headTeacher)
                .query(Long.class)
                .single();
        behind("""
                insert into analysis.part (analysis, kind, title, made_by, changed_by)
                values (?, 'PROBLEM', 'Hemligt utkast', ?, ?)
                """, analysis, stage.headTeacher, stage.headTeacher);
        assertThat(PortfolioExport.COLUMNS).hasSize(13);
        assertThat(page(stage.officer, "/list.csv")).isEqualTo(file);
        assertThat(withoutTokens(page(stage.officer, ""))).isEqualTo(before).doesNotContain("Hemligt");
        assertThat(line(stage.officer, id)).isEqualTo(office);
        assertThat(line(stage.coordinator, id).silent())
                .as("its own organiser knows that somebody writes")
                .hasValue(0);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }

    @Test
    void ranksNoSchoolAndNoOrganiser() {
        assertThat(Order.values())
                .as("an order by result, or by how it is, would be a ranking")
                .containsExactlyInAnyOrder(Order.ORGANISER, Order.DUE, Order.SILENCE, Order.PHASE, Order.TERM);
        assertThat(Arrays.stream(Line.class.getRecordComponents()).map(each -> each.getName()))
                .doesNotContain("score", "rank", "result", "place");
        assertThat(PortfolioQuery.of(Map.of("order", "RESULT")).order()).isEqualTo(Order.ORGANISER);
    }

    @Test
    void keepsFiltersAsViewsOfOnesOwnOrOfTheOrganisation() {
        stage.taken();
        long colleague = stage.cast.player("Hans Handläggare", Role.PROGRAMME_OFFICER, stage.office);
        assertThat(sends(stage.officer, "/views", "name", "Mina tysta", "f.silent", "60")
                        .getRedirectedUrl())
                .isEqualTo("/portfolio?silent=60");
        sends(stage.officer, "/views", "name", "Våra tysta", "shared", "true", "f.silent", "90");
        assertThat(page(stage.officer, "")).contains("Mina tysta", "Våra tysta", "/portfolio?silent=90");
        assertThat(page(colleague, "")).contains("Våra tysta", "delad av Hanna").doesNotContain("Mina tysta");
        assertThat(page(stage.coordinator, "")).doesNotContain("Våra tysta");
        assertThat(CaseStage.text(sends(stage.officer, "/views", "name", "Mina tysta")))
                .contains("Du har redan en vy");
        long view = stage.cast
                .behind()
                .sql("select id from reporting.saved_view where name = 'Våra tysta' and person = ?")
                .param(stage.officer)
                .query(Long.class)
                .single();
        assertThat(sends(colleague, "/views/" + view + "/removal").getStatus()).isEqualTo(403);
        sends(stage.officer, "/views/" + view + "/removal");
        assertThat(page(colleague, "")).doesNotContain("Våra tysta");
    }

    @Test
    void warnsOnceWhenAHeadTeacherIsNewAndLetsItBePutAsideWithAWord() {
        stage.taken();
        behind(
                "update access.assignment set valid_from = '2020-01-01', valid_to = access.today() - 10 where person = ?",
                stage.headTeacher);
        long next = stage.cast.person("Nya Rektorn", stage.organiser);
        stage.cast.assign(next, Role.HEAD_TEACHER, stage.organiser, stage.first);
        behind("update access.assignment set valid_from = access.today() - 9 where person = ?", next);
        assertThat(stage.as(stage.officer, () -> stage.bean(Warnings.class).look()))
                .isPositive();
        assertThat(stage.as(stage.officer, () -> stage.bean(Warnings.class).look()))
                .isZero();
        assertThat(told(stage.officer)).isOne();
        assertThat(page(stage.officer, "")).contains("Ekskolan har en ny rektor sedan", "Ny rektor: Ekskolan.");
        long warning = stage.cast
                .behind()
                .sql("select id from reporting.warning where person = ? and kind = 'HEAD'")
                .param(stage.officer)
                .query(Long.class)
                .single();
        assertThat(sends(stage.officer, "/warnings/" + warning + "/aside", "words", "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(sends(stage.coordinator, "/warnings/" + warning + "/aside", "words", "Min")
                        .getStatus())
                .isEqualTo(404);
        sends(stage.officer, "/warnings/" + warning + "/aside", "words", "Har ringt.");
        assertThat(page(stage.officer, "")).doesNotContain("har en ny rektor sedan");
        assertThat(stage.as(stage.officer, () -> stage.bean(Warnings.class).look()))
                .isZero();
    }

    @Test
    void warnsWhenAUnitFallsBehindAndWhenItBecomesAnother() {
        stage.taken();
        behind(
                "insert into organisation.succession (predecessor, successor, kind, happened_on, organiser, owner_organisation) "
                        + "values (?, ?, 'MERGED', access.today(), ?, ?)",
                stage.second,
                stage.first,
                stage.organiser,
                stage.organiser);
        stage.as(stage.officer, () -> stage.bean(Warnings.class).look());
        assertThat(page(stage.officer, ""))
                .contains(
                        "Ekskolan har hamnat efter: steg skulle ha varit klara",
                        "Björkskolan har gått ihop med en annan enhet");
    }

    @Test
    void warnsOfSilenceAndOfANewDirectorForEverybodyWhoHasAPortfolio() {
        long id = stage.taken();
        silence(id);
        long before = stage.cast.player("Gamla Chefen", Role.EDUCATION_DIRECTOR, stage.organiser);
        long next = stage.cast.player("Nya Chefen", Role.EDUCATION_DIRECTOR, stage.organiser);
        behind(
                "update access.assignment set valid_from = '2020-01-01', valid_to = access.today() - 4 where person = ?",
                before);
        behind("update access.assignment set valid_from = access.today() - 3 where person = ?", next);
        stage.bean(WarningJob.class).look();
        for (long person : List.of(stage.officer, stage.coordinator, next)) {
            assertThat(page(person, ""))
                    .contains("Åkommunen har en ny utbildningschef sedan", "har inte hörts av sedan");
        }
        assertThat(stage.cast
                        .behind()
                        .sql("select count(*) from reporting.warning where person in (?, ?)")
                        .params(stage.stranger, stage.neighbour)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void isTakenAwayAsATable() {
        stage.taken();
        assertThat(page(stage.officer, "/list.csv")).contains("Huvudman;Program;", "Åkommunen;");
        assertThat(page(stage.officer, "/list.xlsx")).startsWith("PK");
        assertThat(page(stage.officer, "/list.csv?q=finnsinte")).doesNotContain("Åkommunen");
    }

    @Test
    void sortsByTheNextDateWithThoseThatHaveNoneLast() {
        stage.taken();
        List<Line> sorted = PortfolioQuery.of(Map.of("order", "DUE")).of(lines(stage.officer));
        List<LocalDate> days = sorted.stream()
                .map(each -> each.pulse().due().orElse(LocalDate.MAX))
                .toList();
        assertThat(days).isSorted();
    }

    private long told(long person) {
        return stage.cast
                .behind()
                .sql("select count(*) from notice.outbox o join notice.event e on e.id = o.event "
                        + "where o.person = ? and e.kind = 'reporting.warned'")
                .param(person)
                .query(Long.class)
                .single();
    }
}
