package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.notice.ToDoSource;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A commission is given, answered and stepped back from; a provider sees what it is asked and for whom, nothing else. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class CommissionTests {

    @Autowired
    WebApplicationContext application;

    private InterventionStage stage;
    private long coordinator;
    private String giving;
    private String first;
    private String last;

    @BeforeEach
    void aCase() {
        stage = new InterventionStage(application);
        coordinator = stage.theCase.running.coordinator;
        giving = "/partnerships/" + stage.theCase.running.id + "/commissions/new";
        Period begins = new Period(Period.Kind.AUTUMN_TERM, 2026);
        Period now = Period.termOf(stage.theCase.running.today);
        Period term = now.compareTo(begins) < 0 ? begins : now.plusTerms(1);
        first = Integer.toString(term.key());
        last = Integer.toString(term.plusTerms(1).key());
    }

    private String[] asked(String... others) {
        String[] fields = {
            "version",
            "0",
            "provider",
            stage.universityKey,
            "commission-title",
            "Läsning i alla ämnen",
            "commission-words",
            "Kursen för lärarlagen",
            "units",
            Long.toString(stage.theCase.running.school),
            "areas",
            "Läsning i alla ämnen",
            "first",
            first,
            "last",
            last,
            "answer-by",
            stage.theCase.running.today.plusDays(10).toString()
        };
        for (int i = 0; i < others.length; i += 2) {
            for (int j = 0; j < fields.length; j += 2) {
                if (fields[j].equals(others[i])) {
                    fields[j + 1] = others[i + 1];
                }
            }
        }
        return fields;
    }

    private long given() {
        MockHttpServletResponse answer = stage.theCase.sends(coordinator, giving, asked());
        String address = answer.getRedirectedUrl();
        if (address == null) {
            throw new AssertionError(InterventionStage.text(answer));
        }
        return Long.parseLong(address.substring("/commissions/".length()));
    }

    private MockHttpServletResponse says(long person, long id, int version, Deed deed, String words, String... more) {
        String[] fields = Stream.concat(
                        Stream.of("version", Integer.toString(version), "deed", deed.name(), "words", words),
                        Stream.of(more))
                .toArray(String[]::new);
        return stage.theCase.sends(person, "/commissions/" + id, fields);
    }

    @Test
    void isGivenToAProviderWhoSeesItAndTheAreasItServesAndNothingElse() {
        long id = given();
        String page = stage.theCase.page(stage.coordinator, "/commissions/" + id);
        assertThat(page)
                .contains("Läsning i alla ämnen", "Kursen för lärarlagen", "Provkommunen", "Ekskolan", "Tacka ja")
                .doesNotContain("Björkskolan", "/partnerships/" + stage.theCase.running.id, "commission.");
        assertThat(stage.theCase.page(stage.coordinator, "/commissions")).contains("Läsning i alla ämnen");
        assertThat(stage.theCase.status(stage.adviser, "/commissions/" + id)).isEqualTo(404);
        assertThat(stage.theCase.page(stage.adviser, "/commissions")).doesNotContain("Läsning i alla ämnen");
        for (String hidden : List.of("", "/interventions", "/commissions/new")) {
            assertThat(stage.theCase.status(stage.coordinator, "/partnerships/" + stage.theCase.running.id + hidden))
                    .isIn(403, 404);
        }
        Integer cases = stage.as(
                stage.coordinator,
                () -> stage.theCase
                        .bean(TransactionTemplate.class)
                        .execute(status -> stage.theCase
                                .bean(JdbcClient.class)
                                .sql("select count(*) from partnership.partnership")
                                .query(Integer.class)
                                .single()));
        assertThat(cases).isZero();
        assertThat(stage.theCase.page(stage.theCase.running.headTeacher, "/commissions/" + id))
                .contains("väntar på svar")
                .doesNotContain("Dra tillbaka");
        assertThat(stage.theCase.status(stage.theCase.running.stranger, "/commissions/" + id))
                .isEqualTo(404);
        assertThat(stage.theCase.running.told("commission.given", stage.theCase.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void isAcceptedOnceThoughTwoAcceptAtTheSameTime() throws Exception {
        long id = given();
        long colleague =
                stage.theCase.running.cast.player("Leo Lärosäte", Role.UNIVERSITY_COORDINATOR, stage.university);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> answers = List.of(accepting(stage.coordinator, id), accepting(colleague, id));
            List<String> heard = both.invokeAll(answers).stream()
                    .map(each -> {
                        try {
                            return each.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(heard).containsExactlyInAnyOrder("accepted", "commission.refusal.answered.ACCEPTED");
        }
        assertThat(stage.theCase.page(coordinator, "/commissions/" + id)).containsOnlyOnce("tackade ja: ");
        MockHttpServletResponse late = says(colleague, id, 0, Deed.DECLINE, "Vi hinner inte");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(late)).contains("Någon har redan tackat ja", "Vi hinner inte");
    }

    private Callable<String> accepting(long person, long id) {
        return () -> {
            try {
                stage.theCase.does(
                        person,
                        () -> stage.theCase
                                .bean(Commissions.class)
                                .act(id, 0, Deed.ACCEPT, FreeText.NONE, Optional.empty()));
                return "accepted";
            } catch (Refusal refusal) {
                return refusal.reason();
            }
        };
    }

    @Test
    void isCounteredWithAReasonAndOtherTermsAndSettled() {
        long id = given();
        assertThat(says(stage.coordinator, id, 0, Deed.COUNTER, "", "first", last, "last", last)
                        .getStatus())
                .isEqualTo(422);
        assertThat(says(stage.coordinator, id, 0, Deed.COUNTER, "Upptagna", "first", last, "last", first)
                        .getStatus())
                .isEqualTo(422);
        assertThat(says(stage.coordinator, id, 0, Deed.COUNTER, "Upptagna", "first", last, "last", last)
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.theCase.page(coordinator, "/commissions/" + id))
                .contains("motbud", "Upptagna", "Gå med på motbudet");
        assertThat(waiting(coordinator)).contains("commission.todo.COUNTERED");
        assertThat(says(coordinator, id, 1, Deed.INSIST, "Det måste bli i höst").getStatus())
                .isEqualTo(303);
        assertThat(waiting(stage.coordinator)).contains("commission.todo.GIVEN");
        assertThat(says(stage.coordinator, id, 2, Deed.COUNTER, "Går inte", "first", last, "last", last)
                        .getStatus())
                .isEqualTo(303);
        assertThat(says(coordinator, id, 3, Deed.AGREE, "").getStatus()).isEqualTo(303);
        assertThat(stage.theCase.page(stage.coordinator, "/commissions/" + id))
                .contains("tackat ja", "frågade igen", "gick med på motbudet");
        assertThat(waiting(coordinator)).doesNotContain("commission.todo.COUNTERED");
    }

    private List<String> waiting(long person) {
        return stage.as(
                person,
                () -> application.getBeansOfType(ToDoSource.class).values().stream()
                        .flatMap(each -> each.mine().stream())
                        .map(each -> each.key())
                        .toList());
    }

    @Test
    void survivesAProviderThatStepsBack() {
        long id = given();
        says(stage.coordinator, id, 0, Deed.ACCEPT, "");
        assertThat(says(stage.coordinator, id, 1, Deed.STEP_BACK, "").getStatus())
                .isEqualTo(422);
        assertThat(says(stage.coordinator, id, 1, Deed.STEP_BACK, "Kursledaren har slutat")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.theCase.page(coordinator, "/commissions/" + id))
                .contains("tillbakadraget", "Kursledaren har slutat", "tackade ja");
        assertThat(says(coordinator, id, 2, Deed.WITHDRAW, "Då så").getStatus()).isEqualTo(422);
        assertThat(stage.theCase.running.told("commission.deed.STEP_BACK", stage.university))
                .isEqualTo(1);
    }

    @Test
    void isNotAnsweredByTheWrongSideNorChangedAfterwards() {
        long id = given();
        assertThat(says(coordinator, id, 0, Deed.ACCEPT, "").getStatus()).isEqualTo(403);
        assertThat(says(stage.coordinator, id, 0, Deed.WITHDRAW, "Nej").getStatus())
                .isEqualTo(403);
        assertThat(says(stage.theCase.running.headTeacher, id, 0, Deed.WITHDRAW, "Nej")
                        .getStatus())
                .isEqualTo(403);
        assertThat(says(stage.adviser, id, 0, Deed.ACCEPT, "").getStatus()).isEqualTo(404);
        assertThatThrownBy(() -> stage.theCase
                        .running
                        .cast
                        .behind()
                        .sql("update intervention.commission_word set words = 'x' where commission = ?")
                        .param(id)
                        .update())
                .hasStackTraceContaining("stands");
        assertThat(stage.theCase.status(stage.theCase.running.headTeacher, giving))
                .isEqualTo(403);
    }

    @Test
    void refusesTermsBeforeTheCaseAndBackwardsAndUnitsOutsideIt() {
        assertThat(stage.theCase
                        .sends(coordinator, giving, asked("first", last, "last", first))
                        .getStatus())
                .isEqualTo(422);
        assertThat(stage.theCase.sends(coordinator, giving, asked("units", "1")).getStatus())
                .isEqualTo(422);
        assertThat(stage.theCase
                        .sends(coordinator, giving, asked("answer-by", "2020-01-01"))
                        .getStatus())
                .isEqualTo(422);
        stage.theCase
                .running
                .cast
                .behind()
                .sql("update partnership.partnership set first_term = 20994 where id = ?")
                .param(stage.theCase.running.id)
                .update();
        MockHttpServletResponse early = stage.theCase.sends(coordinator, giving, asked());
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(early)).contains("Samverkan börjar HT99");
    }

    @Test
    void isForSeveralMunicipalitiesEachOfWhichSeesItsOwnPart() {
        MockHttpServletResponse answer = stage.theCase.sends(stage.theCase.running.officer, giving, asked());
        String address = answer.getRedirectedUrl();
        long neighbour = stage.theCase.running.cast.organisation("Grannbyn");
        long school = stage.theCase.running.cast.unit("Granskolan", neighbour);
        long other = stage.theCase.running.open(neighbour);
        stage.theCase.running.takePart(other, school);
        long director = stage.theCase.running.cast.player("Greta", Role.EDUCATION_DIRECTOR, neighbour);

        assertThat(stage.theCase.page(stage.theCase.running.officer, address + "/parts/new"))
                .contains("Grannbyn");
        assertThat(stage.theCase
                        .sends(
                                stage.theCase.running.officer,
                                address + "/parts/new?partnership=" + other,
                                "version",
                                "0",
                                "units",
                                Long.toString(school),
                                "areas",
                                "Läsning även hos oss")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.theCase.page(stage.coordinator, address))
                .contains("Provkommunen", "Grannbyn", "Granskolan", "Läsning även hos oss");
        assertThat(stage.theCase.page(director, address))
                .contains("Grannbyn", "Läsning även hos oss")
                .doesNotContain("Provkommunen", "Ekskolan");
        assertThat(stage.theCase.page(coordinator, address))
                .contains("Ekskolan")
                .doesNotContain("Granskolan", "Läsning även hos oss");
        long id = Long.parseLong(address.substring("/commissions/".length()));
        MockHttpServletResponse unread = says(stage.coordinator, id, 0, Deed.ACCEPT, "");
        assertThat(unread.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(unread)).contains("har ändrats sedan du öppnade sidan");
        assertThat(stage.theCase
                        .sends(
                                coordinator,
                                address + "/parts/new?partnership=" + other,
                                "version",
                                "0",
                                "units",
                                Long.toString(school),
                                "areas",
                                "x")
                        .getStatus())
                .isIn(403, 404);
    }
}
