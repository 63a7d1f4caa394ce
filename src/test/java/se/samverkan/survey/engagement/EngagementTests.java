package se.samverkan.survey.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.SurveyStage;
import se.samverkan.survey.engagement.Shares.Share;
import se.samverkan.testing.SamverkanTest;

/** Staff lists as people send them, and shares that never tell who did not. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=engagement")
class EngagementTests {

    private static final String LIST = """
            namn;e-post;arbetslag;personnummer;pedagogisk
            Åsa Ek;a1@skola.example;Lag A;19121212-1212;ja
            Bo Al;a2@skola.example;Lag A;;ja
            Bo Al igen;A2@skola.example;Lag B;;ja
            ;x@skola.example;Lag A;;ja
            Nils 19121212-1212;;Lag A;;ja
            Eva;inte en adress;Lag A;;ja
            Vakt Mästare;vakt@skola.example;;;nej
            """;

    @Autowired
    WebApplicationContext application;

    private SurveyStage stage;
    private RunningCase running;
    private PartnershipView partnership;
    private Participant unit;

    @BeforeEach
    void people() {
        stage = new SurveyStage(application);
        running = stage.running;
        partnership = running.as(
                running.headTeacher,
                () -> running.bean(Partnerships.class).find(running.id).orElseThrow());
        unit = partnership.participant(running.school).orElseThrow();
    }

    private Engagement engagement() {
        return running.bean(Engagement.class);
    }

    private static StaffFile file(String text) {
        return StaffFile.read(text.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 1));
    }

    @Test
    void readsWhatCanBeReadAndTellsTheRestLineByLine() {
        StaffFile file = file(LIST);
        assertThat(file.people().stream().map(StaffMember::name).toList())
                .containsExactly("Åsa Ek", "Bo Al", "Vakt Mästare");
        assertThat(file.refused().stream()
                        .map(line -> line.line() + " " + line.reason())
                        .toList())
                .containsExactly(
                        "4 survey.staff.twice",
                        "5 survey.staff.no-name",
                        "6 survey.staff.personal-number",
                        "7 survey.staff.email");
        assertThat(file.ignored()).containsExactly("personnummer");
        assertThat(file.cleaned()).doesNotContain("1212").contains("Åsa Ek");
        assertThat(StaffFile.read(LIST.getBytes(Charset.forName("windows-1252")), LocalDate.of(2026, 11, 1))
                        .people())
                .hasSize(3);
    }

    /** What {@code /duties?expand=person} of SS 12000 answers, written by hand after the standard. */
    private static final String DUTIES = """
            {"data": [
              {"id": "d1", "dutyAt": {"id": "u1", "displayName": "Ekskolan"}, "dutyRole": "Lärare", "startDate": "2024-08-01",
               "_embedded": {"person": {"id": "p1", "givenName": "Åsa", "familyName": "Ek",
                 "civicNo": {"value": "191212121212", "nationality": "SWE"},
                 "emails": [{"value": "hemma@example.org", "type": "Privat"},
                            {"value": "asa@skola.example", "type": "Skola personal"}]}}},
              {"id": "d2", "dutyAt": {"id": "u1"}, "dutyRole": "Skoladministratör",
               "_embedded": {"person": {"id": "p2", "givenName": "Bo", "familyName": "Al",
                 "emails": [{"value": "bo@example.org", "type": "Privat"}]}}},
              {"id": "d3", "dutyAt": {"id": "u1"}, "dutyRole": "Förstelärare", "startDate": "2024-08-01",
               "_embedded": {"person": {"id": "p1", "givenName": "Åsa", "familyName": "Ek",
                 "emails": [{"value": "asa@skola.example", "type": "Skola personal"}]}}},
              {"id": "d4", "dutyAt": {"id": "u1"}, "dutyRole": "Lärare",
               "_embedded": {"person": {"id": "p3", "givenName": "Hemlig", "familyName": "Person",
                 "securityMarking": "Sekretessmarkering"}}},
              {"id": "d5", "dutyAt": {"id": "u1"}, "dutyRole": "Lärare", "endDate": "2026-06-30",
               "_embedded": {"person": {"id": "p4", "givenName": "Slutat", "familyName": "Här"}}}
            ], "pageToken": null}
            """;

    @Test
    void readsWhatTheStandardForSchoolDataGives() {
        StaffFile file = file(DUTIES);
        assertThat(file.people().stream()
                        .map(each -> each.name() + " " + each.email() + " " + each.pedagogical())
                        .toList())
                .containsExactly("Åsa Ek asa@skola.example true", "Bo Al  false");
        assertThat(file.refused().stream()
                        .map(line -> line.line() + " " + line.reason())
                        .toList())
                .containsExactly("3 survey.staff.twice", "4 survey.staff.protected", "5 survey.staff.ended");
        assertThat(file.cleaned()).doesNotContain("191212121212", "example.org", "Hemlig");
        assertThat(file("""
                        {"data": [{"id": "p1", "givenName": "Åsa", "familyName": "Ek"}]}
                        """).people()).hasSize(1);
    }

    @Test
    void takesOneUnitAtATimeAndSaysWhatItCannotRead() {
        for (String text : List.of("{\"data\": []}", "{\"data\": [{\"id\": \"x\"}]}", "[1", "{}")) {
            assertThat(catchThrowableOfType(Refusal.class, () -> file(text)).reason())
                    .isEqualTo("survey.refusal.staff-standard");
        }
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> file(DUTIES.replace(
                                        "\"u1\"}, \"dutyRole\": \"Skol", "\"u2\"}, \"dutyRole\": \"Skol")))
                        .reason())
                .isEqualTo("survey.refusal.staff-units");
    }

    @Test
    void isPreviewedBeforeItIsTakenIn() throws Exception {
        String path = "/partnerships/" + running.id + "/staff/" + unit.key();
        MockHttpServletResponse preview = running.asks(
                running.headTeacher,
                MockMvcRequestBuilders.multipart(path + "/preview")
                        .file(new MockMultipartFile(
                                "file", "lista.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8))));
        assertThat(RunningCase.text(preview))
                .contains("3 kan läsas in, 4 inte", "personnummer", "Rad 4:", "står redan på rad 3")
                .doesNotContain("19121212");
        assertThat(stage.rows(running.headTeacher, "select name from survey.staff"))
                .isEmpty();
        MockHttpServletResponse taken = running.sends(
                running.headTeacher, "/staff/" + unit.key(), "lines", file(LIST).cleaned(), "version", "0");
        assertThat(taken.getStatus()).isEqualTo(303);
        assertThat(stage.rows(running.headTeacher, "select name from survey.staff"))
                .containsExactlyInAnyOrder("Åsa Ek", "Bo Al", "Vakt Mästare");
        assertThat(running.told("staff-list.taken-in", running.organiser)).isOne();
        assertThat(running.sends(running.headTeacher, "/staff/" + unit.key() + "/preview", "lines", "a;b\n1;2")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void showsTheNamesToThoseWhoKeepTheListAndToNobodyElse() {
        takeIn(staff(Map.of("Lag A", 6)));
        for (long other :
                List.of(stage.member, running.otherHeadTeacher, running.officer, stage.facilitator, running.stranger)) {
            assertThat(stage.rows(other, "select name from survey.staff")).isEmpty();
            assertThat(running.asks(
                                    other,
                                    MockMvcRequestBuilders.get("/partnerships/" + running.id + "/staff/" + unit.key()))
                            .getStatus())
                    .isIn(403, 404);
        }
        assertThat(running.page(running.coordinator, "/staff/" + unit.key())).contains("Lag A 0");
    }

    private static List<StaffMember> staff(Map<String, Integer> teams) {
        List<StaffMember> people = new ArrayList<>();
        new TreeMap<>(teams)
                .forEach((team, many) -> IntStream.range(0, many)
                        .forEach(number -> people.add(new StaffMember(
                                0,
                                team + " " + number,
                                team.charAt(team.length() - 1) + "" + number + "@skola.example",
                                team,
                                true))));
        return people;
    }

    private void takeIn(List<StaffMember> people) {
        running.does(running.headTeacher, () -> engagement().takeIn(partnership, unit.key(), people));
    }

    private Set<Long> ids(String team, int many) {
        return running.as(running.headTeacher, () -> engagement().staff(unit)).stream()
                .filter(member -> member.team().equals(team))
                .limit(many)
                .map(StaffMember::id)
                .collect(Collectors.toSet());
    }

    @Test
    void keepsHowManyTookPartAndNeverWho() {
        takeIn(staff(Map.of("Lag A", 6, "Lag B", 8)));
        running.does(
                running.headTeacher,
                () -> engagement().count(partnership, unit.key(), "Kollegiet möts", running.today, ids("Lag A", 3)));
        String page = running.page(stage.member, "/engagement");
        assertThat(page)
                .contains("Kollegiet möts", "Ungefär 20 procent var med", "ungefär 50 %", "några få eller ingen")
                .doesNotContain("Lag A 0", "a1@skola");
        assertThat(stage.behind().sql("""
                                select string_agg(column_name, ',') from information_schema.columns
                                where table_schema = 'survey' and table_name = 'step_count'
                                """).query(String.class).single()).doesNotContain("staff", "person");
        assertThat(running.refusal(
                                running.headTeacher,
                                () -> engagement()
                                        .count(partnership, unit.key(), "Sen", running.today.plusDays(1), Set.of()))
                        .reason())
                .isEqualTo("survey.refusal.step-future");
        assertThat(running.asks(
                                running.officer,
                                MockMvcRequestBuilders.get("/partnerships/" + running.id + "/engagement"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void makesSharesOfWhoCameToMeetings() {
        takeIn(staff(Map.of("Lag a", 6)));
        long meeting = met(unit.unit());
        comes(meeting, "A1@skola.EXAMPLE", true);
        comes(meeting, "a2@skola.example", true);
        comes(meeting, "a3@skola.example", false);
        comes(meeting, "inte.pa.listan@x.example", true);
        assertThat(running.page(stage.member, "/engagement"))
                .contains("Vad ser vi?", "Ungefär 30 procent var med")
                .doesNotContain("Lag a 1");
    }

    @Test
    void saysNothingOfMeetingsToWhichNobodyOnTheListCame() {
        takeIn(staff(Map.of("Lag a", 6)));
        comes(met(unit.unit()), "inte.pa.listan@x.example", true);
        comes(met(running.otherSchool), "a1@skola.example", true);
        assertThat(running.page(stage.member, "/engagement")).doesNotContain("Vad ser vi?");
    }

    private long met(long at) {
        return stage.behind()
                .sql("""
                        insert into meeting.meeting (partnership, unit, owner_organisation, organiser, name_sv, starts_at,
                            ends_at, made_by)
                        values (?, ?, ?, ?, 'Vad ser vi?', now() - interval '3 days', now() - interval '70 hours', ?)
                        returning id
                        """)
                .params(running.id, at, running.agency, running.organiser, running.headTeacher)
                .query(Long.class)
                .single();
    }

    private void comes(long meeting, String address, boolean came) {
        long person = running.cast.person("Gäst", running.organiser);
        stage.behind()
                .sql("update access.person set email = 'p' || id || '@x.example' where lower(email) = lower(?)")
                .param(address)
                .update();
        stage.behind()
                .sql("update access.person set email = ? where id = ?")
                .params(address, person)
                .update();
        stage.behind()
                .sql("insert into meeting.invited (meeting, person, role, came) values (?, ?, 'STAFF', ?)")
                .params(meeting, person, came)
                .update();
    }

    @Test
    void showsNoTeamOfFewerThanFiveNorOneThatIsTheDifference() {
        Map<String, Integer> people = Map.of("A", 12, "B", 8, "C", 3);
        assertThat(Shares.of(people, Map.of("A", 6, "C", 3)).stream()
                        .map(Share::team)
                        .toList())
                .containsExactly("", "A");
        assertThat(Shares.of(Map.of("A", 4), Map.of("A", 4))).isEmpty();
        assertThat(Shares.of(Map.of("A", 5), Map.of("A", 5)).getFirst().words()).isEqualTo("nearly-all");
        assertThat(Shares.of(Map.of("A", 5), Map.of()).getFirst().words()).isEqualTo("few");
        assertThat(Shares.of(Map.of("A", 5), Map.of()).getFirst().tens()).isEqualTo(10);
    }

    @Test
    void countsOnThePageAndTakesAStepAwayAgain() {
        takeIn(staff(Map.of("Lag A", 6)));
        String path = "/engagement/" + unit.key() + "/steps";
        assertThat(running.page(running.headTeacher, path + "/new")).contains("Lag A 0", "glöms kryssen");
        assertThat(running.sends(running.headTeacher, path, "name", "", "day", "", "version", "0")
                        .getStatus())
                .isEqualTo(422);
        String ticked = ids("Lag A", 1).iterator().next().toString();
        assertThat(running.sends(
                                running.headTeacher,
                                path,
                                "name",
                                "Dag",
                                "day",
                                running.today.toString(),
                                "took-part",
                                ticked,
                                "version",
                                "0")
                        .getStatus())
                .isEqualTo(303);
        long step = stage.behind()
                .sql("select max(id) from survey.step")
                .query(Long.class)
                .single();
        assertThat(running.sends(stage.member, path + "/" + step + "/removal").getStatus())
                .isEqualTo(403);
        assertThat(running.sends(running.headTeacher, path + "/" + step + "/removal")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.rows(running.headTeacher, "select name from survey.step"))
                .isEmpty();
        long removed = stage.behind()
                .sql("select max(id) from survey.removed_step")
                .query(Long.class)
                .single();
        assertThat(running.sends(stage.member, path + "/removed/" + removed + "/restoration")
                        .getStatus())
                .isEqualTo(403);
        running.sends(running.headTeacher, path + "/removed/" + removed + "/restoration");
        assertThat(stage.rows(running.headTeacher, "select name from survey.step"))
                .containsExactly("Dag");
        assertThat(
                        stage.rows(
                                running.headTeacher,
                                "select c.took_part::text from survey.step_count c join survey.step s on s.id = c.step where c.team = ''"))
                .containsExactly("1");
    }
}
