package se.samverkan.survey.engagement;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.RunningCase;
import se.samverkan.survey.ParticipationSource;
import se.samverkan.survey.SurveyStage;
import se.samverkan.survey.engagement.Shares.Share;
import se.samverkan.testing.SamverkanTest;

/** Staff lists as people send them, and shares that never tell who did not. */
@SamverkanTest
@Import(EngagementTests.Meetings.class)
@TestPropertySource(properties = "samverkan.test=engagement")
class EngagementTests {

    /** The room of meetings, which is not there yet. */
    @TestConfiguration
    static class Meetings {

        @Bean
        ParticipationSource attendance() {
            return (partnership, unit) -> List.of(new ParticipationSource.Participation(
                    "Träff 1",
                    LocalDate.of(2026, 9, 1),
                    List.of("A1@SKOLA.example", "a2@skola.example", "nobody@x.example")));
        }
    }

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
        return StaffFile.read(text.getBytes(StandardCharsets.UTF_8));
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
        assertThat(StaffFile.read(LIST.getBytes(Charset.forName("windows-1252")))
                        .people())
                .hasSize(3);
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
    void makesSharesOfTheAttendanceThatAnotherRoomKeeps() {
        takeIn(staff(Map.of("Lag a", 6)));
        assertThat(running.page(stage.member, "/engagement")).contains("Träff 1", "Ungefär 30 procent var med");
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
    }
}
