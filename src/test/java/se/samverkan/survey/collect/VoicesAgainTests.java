package se.samverkan.survey.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.page.Words;
import se.samverkan.survey.SurveyStage;
import se.samverkan.survey.Voices;
import se.samverkan.survey.Voices.Changed;
import se.samverkan.survey.Voices.Move;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;

/** The same questions put twice: what has changed is told with its uncertainty, and only where enough answered both times. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=survey")
class VoicesAgainTests {

    private static final String STAFF = "10-staff-compulsory";

    @Autowired
    WebApplicationContext application;

    @Autowired
    MessageSource messages;

    @LocalServerPort
    int port;

    private RunningCase running;
    private Visitor visitor;

    @BeforeEach
    void people() {
        running = new SurveyStage(application).running;
        visitor = new Visitor(port);
    }

    /** A survey that so many answered alike, closed. */
    private void asked(int many, String answer) {
        Surveys surveys = running.bean(Surveys.class);
        SurveyDraft draft = new SurveyDraft("Så har vi det på Ekskolan", running.today.plusDays(10), 5);
        long id = running.as(running.headTeacher, () -> surveys.drawUp(running.id, running.school, STAFF, draft));
        running.does(
                running.headTeacher, () -> surveys.open(id, surveys.survey(id).version()));
        String link = running.as(running.headTeacher, () -> surveys.survey(id).link());
        SurveyStage.answers(visitor, link, many, 1, Map.of("q.stage", "early", "q.teaching.plan", answer));
        running.does(running.headTeacher, () -> surveys.close(id));
    }

    private List<Changed> changes() {
        return running.as(
                running.headTeacher,
                () -> running.bean(Voices.class)
                        .changes(running.id, running.school, new Words(messages, Words.SWEDISH)));
    }

    @Test
    void saysNothingAfterOneSurveyAndTellsTheChangeAfterTwo() {
        asked(10, "1");
        assertThat(changes()).isEmpty();
        asked(10, "4");

        Changed changed = changes().stream()
                .filter(each -> each.moves().stream().anyMatch(Move::isSure))
                .findFirst()
                .orElseThrow();
        assertThat(changed.answeredBefore()).isEqualTo(10);
        assertThat(changed.answeredAfter()).isEqualTo(10);
        assertThat(changed.moves()).anySatisfy(move -> {
            assertThat(move.before()).isZero();
            assertThat(move.after()).isEqualTo(100);
            assertThat(move.low()).isBetween(0.0, 100.0);
            assertThat(move.high()).isBetween(move.low(), 100.001);
            assertThat(move.isSure()).isTrue();
        });
        assertThat(running.as(
                        running.otherHeadTeacher,
                        () -> running.bean(Voices.class)
                                .changes(running.id, running.school, new Words(messages, Words.SWEDISH))))
                .isEmpty();
    }

    @Test
    void saysNothingWhereTooFewAnsweredOneOfTheTimes() {
        asked(10, "1");
        asked(4, "4");
        assertThat(changes()).isEmpty();
    }
}
