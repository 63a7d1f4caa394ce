package se.samverkan.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.agreement.AgreementStage;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** What is said about a record: by those who see it, taken back by whoever said it and nobody else. */
@SamverkanTest
class DiscussionTests {

    private static final String KIND = "agreement";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Discussion discussion;

    private AgreementStage stage;
    private long about;

    @BeforeEach
    void somethingSaid() {
        stage = new AgreementStage(application, "sbs");
        about = stage.as(
                stage.officer, () -> stage.bean(BeginningAgreements.class).begin(stage.partnership));
        stage.does(
                stage.officer,
                () -> stage.bean(Agreements.class).handOver(about, 0, new FreeText("Välkomna att läsa", "")));
        stage.does(stage.director, () -> discussion.say(KIND, about, "economy", new FreeText("Vem betalar?", "")));
    }

    private CommentView said(long person) {
        return stage.as(person, () -> discussion.of(KIND, about)).values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isTakenBackByWhoeverSaidItOnly() {
        long comment = said(stage.director).id();

        assertThat(stage.refusal(stage.officer, () -> discussion.takeBack(KIND, about, comment)))
                .isEqualTo("discussion.refusal.not-yours");
        stage.does(stage.director, () -> discussion.takeBack(KIND, about, comment));

        assertThat(said(stage.officer).withdrawn()).isTrue();
    }

    @Test
    void isDealtWithByEitherAndOpenedAgain() {
        long comment = said(stage.director).id();

        stage.does(stage.officer, () -> discussion.settle(KIND, about, comment, true));
        assertThat(said(stage.director).settled()).isPresent();

        stage.does(stage.director, () -> discussion.settle(KIND, about, comment, false));
        assertThat(said(stage.director).settled()).isEmpty();
    }

    @Test
    void isNotThereForWhoeverDoesNotSeeTheRecord() {
        assertThat(stage.refusal(
                        stage.neighbour, () -> discussion.say(KIND, about, "", new FreeText("Får jag se?", ""))))
                .isEqualTo("refusal.not-seen");
    }
}
