package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** Participants reflect without an account and without a name; too few are nobody, and nothing else is written. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class ReflectionTests {

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private CommissionStage stage;
    private Visitor visitor;
    private long occasion;
    private String page;

    @BeforeEach
    void anOccasionThatHasBeen() {
        stage = new CommissionStage(application);
        stage.planned();
        occasion = stage.occasion("Första träffen");
        page = "/occasions/" + occasion + "/reflection";
        visitor = new Visitor(port);
        stage.goes(stage.sends(stage.provider, page, "version", "0"));
    }

    private JdbcClient behind() {
        return stage.stage.theCase.running.cast.behind();
    }

    private String link() {
        return "/r/"
                + behind().sql("select code from intervention.reflection where occasion = ?")
                        .param(occasion)
                        .query(String.class)
                        .single();
    }

    private Answer reflects(UUID form, String words) {
        return visitor.post(
                link(), java.util.Map.of("form", form.toString(), "useful", "4", "tries", "3", "words", words));
    }

    private long count(String table) {
        return behind().sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void writesTheAnswerAndNoSessionNorLogNorCookie() {
        long log = behind().sql("select coalesce(sum(last_position), 0) from records.audit_chain")
                .query(Long.class)
                .single();
        long sessions = count("access.session");
        Answer answer = reflects(UUID.randomUUID(), "Att ställa frågor före läsningen");
        assertThat(answer.status()).isIn(302, 303);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(visitor.follow(answer).body()).contains("Tack!");
        assertThat(behind().sql("select coalesce(sum(last_position), 0) from records.audit_chain")
                        .query(Long.class)
                        .single())
                .isEqualTo(log);
        assertThat(count("access.session")).isEqualTo(sessions);
    }

    @Test
    void showsWhatFiveSaidWhenItIsClosedAndKeepsNoAnswer() {
        UUID twice = UUID.randomUUID();
        reflects(twice, "Samtalet");
        reflects(twice, "Samtalet");
        for (int i = 0; i < 4; i++) {
            reflects(UUID.randomUUID(), "");
        }
        assertThat(stage.stage.theCase.page(stage.client, page))
                .contains("5 har svarat", link())
                .doesNotContain("Samtalet");
        stage.goes(stage.sends(stage.client, page + "/closing", "version", "0"));
        assertThat(stage.stage.theCase.page(stage.provider, page)).contains("5 svarade", "Samtalet", "Mycket");
        assertThat(behind().sql("select count(*) from intervention.reflection_answer where occasion = ?")
                        .param(occasion)
                        .query(Integer.class)
                        .single())
                .isZero();
        Answer late = reflects(UUID.randomUUID(), "För sent");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Återblicken är stängd");
        UUID voice = behind().sql("select id from intervention.reflection_voice where occasion = ?")
                .param(occasion)
                .query(UUID.class)
                .single();
        stage.goes(stage.sends(stage.provider, page + "/voices/" + voice + "/removal", "version", "0"));
        assertThat(stage.stage.theCase.page(stage.provider, page)).doesNotContain("Samtalet");
    }

    @Test
    void keepsNothingOfFourNotEvenTheirWords() {
        for (int i = 0; i < 4; i++) {
            reflects(UUID.randomUUID(), "Hemligt");
        }
        stage.goes(stage.sends(stage.provider, page + "/closing", "version", "0"));
        assertThat(stage.stage.theCase.page(stage.provider, page))
                .contains("Färre än fem svarade")
                .doesNotContain("Hemligt");
        assertThat(behind().sql("select count(*) from intervention.reflection_voice where occasion = ?")
                        .param(occasion)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAHalfAnswerAndAPersonalNumberAndKeepsWhatWasWritten() {
        Answer half = visitor.post(
                link(), java.util.Map.of("form", UUID.randomUUID().toString(), "useful", "4", "words", "Bra träff"));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).contains("Välj ett svar på båda frågorna", "Bra träff");
        assertThat(reflects(UUID.randomUUID(), "811218-9876").status()).isEqualTo(422);
        assertThat(visitor.get("/r/nosuchon").status()).isEqualTo(404);
    }

    @Test
    void isRunByTheTwoSidesOnlyAndNotBeforeTheDay() {
        assertThat(stage.stage.theCase.status(stage.head, page)).isEqualTo(403);
        assertThat(stage.stage.theCase.status(stage.stage.adviser, page)).isEqualTo(404);
        assertThat(stage.sends(
                                stage.provider,
                                "/occasions/" + stage.occasion("Andra träffen") + "/reflection",
                                "version",
                                "0")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void isClosedAtNightAfterItsLastDay() {
        reflects(UUID.randomUUID(), "");
        behind().sql("update intervention.reflection set last_day = access.today() - 1 where occasion = ?")
                .param(occasion)
                .update();
        behind().sql("select intervention.tidy_reflections()").query(row -> {});
        assertThat(stage.stage.theCase.page(stage.provider, page)).contains("Färre än fem svarade");
    }
}
