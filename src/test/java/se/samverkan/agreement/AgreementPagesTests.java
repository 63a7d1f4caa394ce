package se.samverkan.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.agreement.AgreementStage.NOTHING;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.discussion.Discussion;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** What each party meets on the pages of an agreement. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class AgreementPagesTests {

    @Autowired
    WebApplicationContext application;

    private AgreementStage stage;
    private long id;

    @BeforeEach
    void anAgreementHandedOver() {
        stage = new AgreementStage(application, "sbs");
        Agreements agreements = stage.bean(Agreements.class);
        id = stage.as(stage.officer, () -> stage.bean(BeginningAgreements.class).begin(stage.partnership));
        stage.does(stage.officer, () -> agreements.handOver(id, 0, new FreeText("Välkomna att läsa", "")));
    }

    @Test
    void saysWhoHasTheBallAndWhatCanBeDone() {
        assertThat(stage.page(stage.director, "/agreements/" + id))
                .contains("Nu väntar texten på Provby kommun", "Välkomna att läsa", "Godkänn texten", "Provskolan")
                .doesNotContain("agreement.", "???");
        assertThat(stage.page(stage.officer, "/agreements/" + id)).doesNotContain("Godkänn texten");
    }

    @Test
    void showsACommentToBothParties() {
        stage.does(
                stage.director,
                () -> stage.bean(Discussion.class)
                        .say("agreement", id, "economy", new FreeText("Vem betalar vikarier?", "")));

        assertThat(stage.page(stage.officer, "/agreements/" + id)).contains("Vem betalar vikarier?");
    }

    @Test
    void comparesWordByWord() {
        Agreements agreements = stage.bean(Agreements.class);
        int version = changed();
        stage.does(stage.director, () -> agreements.handOver(id, version, NOTHING));

        assertThat(stage.page(stage.officer, "/agreements/" + id + "/comparison?edition=1"))
                .contains("Texterna är lika");
        assertThat(stage.page(stage.officer, "/agreements/" + id + "/comparison?edition=2"))
                .contains("<ins>", "<h2 id=\"part-data\">");
    }

    /** Removes a clause as the director would on the page, and answers with the version of the text then. */
    private int changed() {
        assertThat(stage.post(stage.director, "/agreements/" + id + "/clauses/data/removal", "version", "0"))
                .isEqualTo("/agreements/" + id);
        return 1;
    }

    @Test
    void listsWhatWaitsOnTheToDoPage() {
        assertThat(stage.page(stage.director, "/todo")).contains("Läs och svara på överenskommelsen");
        assertThat(stage.page(stage.officer, "/todo")).doesNotContain("Läs och svara på överenskommelsen");
    }

    @Test
    void isListedWithItsPartnership() {
        assertThat(stage.page(stage.director, "/partnerships/" + stage.partnership + "/agreements"))
                .contains("/agreements/" + id, "Texten har lämnats över");
        assertThat(stage.page(stage.officer, "/partnerships/" + stage.partnership + "/funding"))
                .contains("Skriv in ett beslut om bidrag");
        assertThat(stage.page(stage.officer, "/partnerships/" + stage.partnership + "/deviations"))
                .contains("Inga avsteg");
    }
}
