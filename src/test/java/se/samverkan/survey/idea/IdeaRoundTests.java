package se.samverkan.survey.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.SurveyStage;
import se.samverkan.survey.idea.IdeaRound.Standing;
import se.samverkan.survey.idea.IdeaRounds.Put;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** An idea round with a hundred phones: written, grouped, voted on, by nobody in particular. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=survey")
class IdeaRoundTests {

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private SurveyStage stage;
    private RunningCase running;
    private Visitor visitor;
    private IdeaRound round;

    @BeforeEach
    void anOpenRound() {
        stage = new SurveyStage(application);
        running = stage.running;
        visitor = new Visitor(port);
        long id = running.as(
                stage.facilitator, () -> rounds().open(running.id, running.school, "Vad hindrar studiero?", 2));
        round = read(id);
    }

    private IdeaRounds rounds() {
        return running.bean(IdeaRounds.class);
    }

    private IdeaRound read(long id) {
        return running.as(stage.facilitator, () -> rounds().round(id));
    }

    private void move(Standing next) {
        running.does(
                stage.facilitator,
                () -> rounds().move(round.id(), read(round.id()).version(), next));
    }

    private Map<String, String> form(String field, String value) {
        return new HashMap<>(Map.of("form", UUID.randomUUID().toString(), field, value));
    }

    private String page(long person, String path) {
        return RunningCase.text(running.asks(person, MockMvcRequestBuilders.get(path)));
    }

    private long group(String name) {
        return running.as(stage.facilitator, () -> rounds().addGroup(round.id(), name));
    }

    @Test
    void isLedByWhoeverLeadsTheMeetingsOrTheUnitAndIsNotThereForOthers() {
        for (long leader : List.of(stage.facilitator, running.headTeacher, stage.member, running.coordinator)) {
            assertThat(page(leader, "/ideas/" + round.id())).contains("Vad hindrar studiero?");
            assertThat(running.page(leader, "/ideas")).contains("Vad hindrar studiero?", "Starta en idérunda");
        }
        for (long other : List.of(running.otherHeadTeacher, running.stranger, running.officer, stage.areaHead)) {
            assertThat(running.asks(other, MockMvcRequestBuilders.get("/ideas/" + round.id()))
                            .getStatus())
                    .isIn(403, 404);
            assertThat(stage.rows(other, "select question from survey.idea_round"))
                    .isEmpty();
        }
        Throwable refused =
                catchThrowable(() -> stage.rows(stage.facilitator, "select form::text from survey.idea_vote"));
        assertThat(NestedExceptionUtils.getMostSpecificCause(refused)).hasMessageContaining("permission denied");
    }

    @Test
    void showsWhatAHundredPhonesWriteAtOnce() throws Exception {
        List<Callable<Integer>> phones = IntStream.range(0, 100)
                .mapToObj(number -> (Callable<Integer>) () -> new Visitor(port)
                        .post(round.link(), form("words", "Idé " + number))
                        .status())
                .toList();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : all.invokeAll(phones)) {
                assertThat(sent.get()).isEqualTo(303);
            }
        }
        assertThat(page(stage.facilitator, "/ideas/" + round.id() + "/live")).contains("100 idéer", "Idé 7", "Idé 99");
    }

    @Test
    void isGroupedVotedOnAndKeepsOnlyNumbers() {
        visitor.post(round.link(), form("words", "För många byten"));
        visitor.post(round.link(), form("words", "Otydliga regler"));
        move(Standing.GROUPING);
        assertThat(visitor.post(round.link(), form("words", "För sent")).body()).contains("inte sparat");
        assertThat(refusal(() -> rounds().move(round.id(), read(round.id()).version(), Standing.VOTING)))
                .isEqualTo("survey.refusal.idea-groups");
        long first = group("Organisation");
        long second = group("Regler");
        List<Idea> ideas = running.as(stage.facilitator, () -> rounds().ideas(round));
        running.does(
                stage.facilitator,
                () -> rounds().put(
                                round.id(),
                                Map.of(ideas.getFirst().id(), new Put(Optional.empty(), Optional.of(first)))));
        move(Standing.VOTING);
        Map<String, String> ballot = form("group", Long.toString(first));
        assertThat(visitor.post(round.link() + "/votes", ballot).status()).isEqualTo(303);
        assertThat(visitor.post(round.link() + "/votes", ballot).status()).isEqualTo(303);
        assertThat(visitor.post(round.link() + "/votes", form("group", Long.toString(second)))
                        .status())
                .isEqualTo(303);
        assertThat(page(stage.facilitator, "/ideas/" + round.id() + "/live")).contains("2 har röstat");
        move(Standing.CLOSED);
        assertThat(running.as(stage.facilitator, () -> rounds().groups(read(round.id()))).stream()
                        .map(IdeaGroup::votes)
                        .toList())
                .containsExactly(1, 1);
        assertThat(stage.behind().sql("""
                                select count(*) from survey.idea_vote v join survey.idea_group g on g.id = v.of_group
                                where g.round = ?
                                """).param(round.id()).query(Long.class).single())
                .isZero();
        assertThat(running.told("idea-round.moved", running.organiser)).isPositive();
        assertThat(visitor.get(round.link()).body()).contains("Idérundan är avslutad");
    }

    private String refusal(Runnable deed) {
        return running.refusal(stage.facilitator, deed).reason();
    }

    @Test
    void isGroupedOnThePageByKeyboardAloneAndTellsTwoOfOneAnother() {
        visitor.post(round.link(), form("words", "För många byten"));
        move(Standing.GROUPING);
        long first = group("Organisation");
        long second = group("Regler");
        String idea = running.as(stage.facilitator, () -> rounds().ideas(round))
                .getFirst()
                .id()
                .toString();
        assertThat(page(running.headTeacher, "/ideas/" + round.id())).contains("För många byten", "<select");
        assertThat(sends(stage.facilitator, idea, "", first).getStatus()).isEqualTo(303);
        MockHttpServletResponse other = sends(running.headTeacher, idea, "", second);
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(RunningCase.text(other)).contains("Någon annan har grupperat samtidigt");
        assertThat(refusal(() -> rounds().removeGroup(round.id(), first))).isEqualTo("survey.refusal.idea-group-used");
        running.does(stage.facilitator, () -> rounds().removeGroup(round.id(), second));
    }

    @Test
    void takesBackAGroupThatWasRemoved() {
        move(Standing.GROUPING);
        long group = group("Regler");
        running.does(stage.facilitator, () -> rounds().removeGroup(round.id(), group));
        long removed = running.as(stage.facilitator, () -> rounds().removedGroups(rounds().round(round.id())))
                .getFirst()
                .id();
        assertThat(page(stage.facilitator, "/ideas/" + round.id())).contains("En borttagen grupp", "Regler");

        running.does(stage.facilitator, () -> rounds().takeGroupBack(round.id(), removed));

        assertThat(running.as(stage.facilitator, () -> rounds().groups(rounds().round(round.id()))))
                .extracting(IdeaGroup::name)
                .contains("Regler");
        assertThat(page(stage.facilitator, "/ideas/" + round.id())).doesNotContain("En borttagen grupp");
    }

    private MockHttpServletResponse sends(long person, String idea, String seen, long group) {
        return running.asks(
                person,
                MockMvcRequestBuilders.post("/ideas/" + round.id() + "/grouping")
                        .param("once", UUID.randomUUID().toString())
                        .param("version", "1")
                        .param("seen.idea-" + idea, seen)
                        .param("idea-" + idea, Long.toString(group)));
    }

    @Test
    void saysPlainlyWhatIsWrong() {
        assertThat(visitor.post(round.link(), form("words", " ")).body()).contains("Skriv något");
        assertThat(visitor.post(round.link(), Map.of("words", "Ord")).body()).contains("kom inte från");
        Answer long1 = visitor.post(round.link(), form("words", "a".repeat(1_000_000)));
        assertThat(long1.status()).isEqualTo(422);
        assertThat(long1.body()).contains("för lång").hasSizeLessThan(20_000);
        assertThat(visitor.post(round.link(), form("words", "19121212-1212")).body())
                .contains("personnummer");
        assertThat(visitor.post(round.link(), form("words", "<b>👩‍🏫</b>")).status())
                .isEqualTo(303);
        assertThat(page(stage.facilitator, "/ideas/" + round.id())).contains("&lt;b&gt;👩‍🏫");
        assertThat(visitor.get("/i/nosuchon").status()).isEqualTo(404);
        Answer phone = visitor.get(round.link());
        assertThat(phone.header("Set-Cookie")).isEmpty();
        assertThat(phone.body()).contains("Skriv inga namn").doesNotContain("_csrf");
    }

    @Test
    void takesNoMoreVotesThanEachHas() {
        move(Standing.GROUPING);
        List<Long> groups = List.of(group("a"), group("b"), group("c"));
        move(Standing.VOTING);
        assertThat(running.bean(IdeaAnswering.class).vote(round.code(), UUID.randomUUID(), groups))
                .isEqualTo(IdeaAnswering.Outcome.TOO_MANY);
        assertThat(running.bean(IdeaAnswering.class).vote(round.code(), UUID.randomUUID(), groups.subList(0, 2)))
                .isEqualTo(IdeaAnswering.Outcome.TAKEN);
        assertThat(visitor.post(round.link() + "/votes", form("nothing", "1")).body())
                .contains("Välj minst en grupp");
    }

    @Test
    void takesAwayAnIdeaThatNamesSomebodyWithoutRepeatingItInTheLog() {
        visitor.post(round.link(), form("words", "Lars i 8C stör"));
        UUID idea = running.as(stage.facilitator, () -> rounds().ideas(round))
                .getFirst()
                .id();
        running.does(running.headTeacher, () -> rounds().remove(round.id(), idea));
        assertThat(running.as(stage.facilitator, () -> rounds().ideas(round))).isEmpty();
        assertThat(stage.behind()
                        .sql("select count(*) from records.audit_value where before like '%8C%' or after like '%8C%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(running.refusal(running.otherHeadTeacher, () -> rounds().remove(round.id(), idea))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_SEEN);
    }

    @Test
    void takesBackAnIdeaForThirtyDaysAndThenForgetsIt() {
        visitor.post(round.link(), form("words", "Klockan ringer"));
        UUID idea = running.as(stage.facilitator, () -> rounds().ideas(round))
                .getFirst()
                .id();
        move(Standing.GROUPING);
        running.does(stage.facilitator, () -> rounds().remove(round.id(), idea));
        assertThat(page(stage.facilitator, "/ideas/" + round.id())).contains("En borttagen idé", "Klockan ringer");
        assertThat(visitor.get(round.link()).body()).doesNotContain("Klockan ringer");

        running.does(stage.facilitator, () -> rounds().takeBack(round.id(), idea));
        assertThat(running.as(stage.facilitator, () -> rounds().ideas(read(round.id()))))
                .extracting(Idea::words)
                .containsExactly("Klockan ringer");

        running.does(stage.facilitator, () -> rounds().remove(round.id(), idea));
        stage.behind()
                .sql("update survey.idea set removed_on = access.today() - 31 where id = ?")
                .param(idea)
                .update();
        assertThat(running.as(stage.facilitator, () -> rounds().removed(read(round.id()))))
                .isEmpty();
        stage.behind().sql("select survey.forget_removed(30)").query(row -> {});
        assertThat(stage.behind()
                        .sql("select count(*) from survey.idea where id = ?")
                        .param(idea)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
