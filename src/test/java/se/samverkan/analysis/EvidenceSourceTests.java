package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.analysis.chain.Origin;
import se.samverkan.analysis.chain.Part;
import se.samverkan.meeting.Discussable;
import se.samverkan.meeting.Discussable.Topic;
import se.samverkan.partnership.RunningCase;
import se.samverkan.survey.question.Choice;
import se.samverkan.survey.question.Kind;
import se.samverkan.survey.question.Question;
import se.samverkan.survey.question.Result;
import se.samverkan.survey.question.Result.Asked;
import se.samverkan.survey.question.Result.Shown;
import se.samverkan.survey.question.Text;
import se.samverkan.testing.SamverkanTest;
import tools.jackson.databind.json.JsonMapper;

/** What a survey, an idea round or a meeting says becomes evidence as it was, whatever becomes of it there. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class EvidenceSourceTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private long problem;

    @BeforeEach
    void anAnalysisWithAProblem() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        problem = stage.problem(id, "Lektionerna börjar olika");
    }

    private JdbcClient behind() {
        return stage.running.cast.behind();
    }

    /** A closed survey of the staff: so many answers, of which 30 percent say yes. */
    private long survey(int answers) {
        Question question = new Question(
                "calm",
                1,
                Kind.ONE,
                Text.of("Har ni studiero?", "Is it calm?"),
                List.of(new Choice("yes", Text.of("Ja", "Yes")), new Choice("no", Text.of("Nej", "No"))),
                List.of(),
                false);
        List<Shown> shown = answers < 10
                ? List.of()
                : List.of(new Shown(Result.EVERYBODY, answers, List.of(answers * 3 / 10, answers * 7 / 10)));
        Result result = new Result(answers, 10, 0, List.of(), List.of(new Asked(question, new Text(Map.of()), shown)));
        long survey = behind().sql("""
                        insert into survey.survey (partnership, owner_organisation, organiser, unit, title, question_set,
                            audience, threshold, last_day, code, standing, opened_on, closed_on, made_by)
                        values (:partnership, :organiser, :organiser, :unit, 'Så arbetar vi', 'staff', 'STAFF', 10,
                            '2026-10-01', :code, 'CLOSED', '2026-09-01', '2026-10-01', :person) returning id
                        """)
                .param("partnership", stage.running.id)
                .param("organiser", stage.running.organiser)
                .param("unit", stage.unit)
                .param("code", code())
                .param("person", stage.running.headTeacher)
                .query(Long.class)
                .single();
        behind().sql("insert into survey.result (survey, whole, closed_by) values (?, ?::jsonb, ?)")
                .params(survey, stage.bean(JsonMapper.class).writeValueAsString(result), stage.running.headTeacher)
                .update();
        return survey;
    }

    private String code() {
        return behind().sql("select translate(left(md5(gen_random_uuid()::text), 8), '01', 'xy')")
                .query(String.class)
                .single();
    }

    private long paragraph(long unit, String scope, String words) {
        long meeting = behind().sql("""
                        insert into meeting.meeting (partnership, unit, owner_organisation, organiser, name_sv, starts_at,
                            ends_at, made_by)
                        values (?, ?, ?, ?, 'Vad ser vi?', '2026-09-10T11:00Z', '2026-09-10T12:00Z', ?) returning id
                        """)
                .params(
                        stage.running.id,
                        unit,
                        stage.running.agency,
                        stage.running.organiser,
                        stage.running.headTeacher)
                .query(Long.class)
                .single();
        return behind().sql("""
                        with written as (
                            insert into meeting.paragraph (meeting, scope, kind, made_by)
                            values (?, ?, 'DECISION', ?) returning id)
                        insert into meeting.paragraph_words select id, ? from written returning paragraph
                        """)
                .params(meeting, scope, stage.running.headTeacher, words)
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse takes(String chosen) {
        return stage.sends(
                stage.member,
                "/analyses/" + id + "/sources",
                "version",
                "0",
                "under",
                Long.toString(problem),
                "chosen",
                chosen);
    }

    private Part evidence() {
        return stage.chain(id).below(problem).getFirst();
    }

    @Test
    void takesInWhatASurveyCameToAndWhoWasHeardByIt() {
        String value = "voice:SURVEY-" + survey(40);
        assertThat(stage.page(stage.member, "/analyses/" + id + "/sources?under=" + problem))
                .contains(value, "Enkät: Så arbetar vi, avslutad 1 oktober 2026");

        assertThat(takes(value).getStatus()).isEqualTo(303);

        Origin origin = evidence().origin().orElseThrow();
        assertThat(origin.words()).contains("40 har svarat.", "Har ni studiero? Ja 30 %, Nej 70 %.");
        assertThat(evidence().heard()).isEqualTo("STAFF");
        assertThat(stage.page(
                        stage.member, "/analyses/" + id + "/parts/" + evidence().id()))
                .contains("Det här svarade ni", "Ja 30 %", "när det blev ett underlag");
        assertThat(stage.page(stage.member, "/analyses/" + id))
                .doesNotContain("Inget i analysen visar vad personalen säger");
    }

    @Test
    void takesNothingOutOfASurveyThatTooFewHaveAnswered() {
        MockHttpServletResponse answer = takes("voice:SURVEY-" + survey(4));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(answer)).contains("För få har svarat");
        assertThat(stage.chain(id).below(problem)).isEmpty();
    }

    @Test
    void keepsWhatAMeetingDecidedThoughItIsChangedThere() {
        long decided = paragraph(stage.unit, "SHARED", "Alla lektioner börjar likadant.");
        assertThat(takes("meeting:" + decided).getStatus()).isEqualTo(303);
        behind().sql("update meeting.paragraph_words set words = 'Något helt annat.' where paragraph = ?")
                .param(decided)
                .update();

        Origin origin = evidence().origin().orElseThrow();
        assertThat(origin.words()).isEqualTo("Vad ser vi?, 10 september 2026. Beslut: Alla lektioner börjar likadant.");
        assertThat(origin.address()).startsWith("/meetings/");
    }

    @Test
    void offersNeitherDraftsNorWhatASiblingSchoolHasNoted() {
        long draft = paragraph(stage.unit, "DRAFT", "Rektor verkar trött.");
        long sibling = paragraph(stage.running.otherSchool, "SHARED", "Hos oss är det lugnt.");

        assertThat(stage.page(stage.member, "/analyses/" + id + "/sources"))
                .doesNotContain("verkar trött", "det lugnt");
        assertThat(takes("meeting:" + draft).getStatus()).isEqualTo(422);
        assertThat(takes("meeting:" + sibling).getStatus()).isEqualTo(422);
        assertThat(takes("").getStatus()).isEqualTo(422);
    }

    @Test
    void isSeenByThoseWhoReadTheAnalysisAndByNobodyElse() {
        takes("meeting:" + paragraph(stage.unit, "SHARED", "Alla lektioner börjar likadant."));
        String rows =
                "select words from analysis.origin where part = " + evidence().id();

        assertThat(stage.as(stage.running.headTeacher, () -> rows(rows))).hasSize(1);
        for (long other : List.of(stage.running.otherHeadTeacher, stage.running.officer, stage.facilitator)) {
            assertThat(stage.as(other, () -> rows(rows))).isEmpty();
        }
        assertThat(stage.status(stage.facilitator, "/analyses/" + id + "/sources"))
                .isEqualTo(404);
    }

    private List<String> rows(String sql) {
        return stage.bean(TransactionTemplate.class)
                .execute(status -> stage.bean(JdbcClient.class)
                        .sql(sql)
                        .query(String.class)
                        .list());
    }

    @Test
    void letsAMeetingBeAboutAProblemOfThoseWhoReadIt() {
        assertThat(topics(stage.member)).extracting(each -> each.name().sv()).contains("Lektionerna börjar olika");
        assertThat(topics(stage.member)).extracting(Topic::address).contains("/analyses/" + id + "/parts/" + problem);
        assertThat(topics(stage.facilitator)).isEmpty();
        assertThat(topics(stage.running.otherHeadTeacher)).isEmpty();
    }

    private List<Topic> topics(long person) {
        return stage.as(
                person,
                () -> application.getBeansOfType(Discussable.class).values().stream()
                        .filter(room -> room.kind().equals("problem"))
                        .flatMap(room -> room.of(stage.running.id, Optional.of(stage.unit)).stream())
                        .toList());
    }

    @Test
    void tellsWhichWorkTeamHasHardlyTakenPart() {
        for (int i = 0; i < 12; i++) {
            behind().sql("""
                            insert into survey.staff (owner_organisation, organiser, unit, name, email, team, pedagogical)
                            values (?, ?, ?, ?, ?, ?, true)
                            """)
                    .params(
                            stage.running.organiser,
                            stage.running.organiser,
                            stage.unit,
                            "Namn " + i,
                            "n" + i + "@skola.example",
                            i < 6 ? "Lag ett" : "Lag två")
                    .update();
        }
        assertThat(stage.page(stage.member, "/analyses/" + id)).doesNotContain("Arbetslaget har knappt");
        long step = behind().sql("""
                        insert into survey.step (owner_organisation, organiser, partnership, unit, name, day, made_by)
                        values (?, ?, ?, ?, 'Kollegiet möts', '2026-09-01', ?) returning id
                        """)
                .params(
                        stage.running.organiser,
                        stage.running.organiser,
                        stage.running.id,
                        stage.unit,
                        stage.running.headTeacher)
                .query(Long.class)
                .single();
        behind().sql("insert into survey.step_count values (?, '', 12, 5), (?, 'Lag ett', 6, 5), (?, 'Lag två', 6, 0)")
                .params(step, step, step)
                .update();

        assertThat(stage.page(stage.member, "/analyses/" + id))
                .contains("Arbetslaget har knappt varit med i något steg: Lag två.")
                .doesNotContain("något steg: Lag ett");
    }
}
