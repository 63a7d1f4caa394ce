package se.samverkan.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.discussion.CommentView;
import se.samverkan.discussion.Discussion;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A secrecy mark on a comment: who reads what it says then, in SQL past every door too. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class MarkedCommentTests {

    private static final FreeText WHY = new FreeText("Rör en anställds hälsa", "");

    @Autowired
    WebApplicationContext application;

    private AgreementStage stage;
    private Marks marks;
    private long agreement;
    private long comment;
    private long colleague;

    @BeforeEach
    void aCommentOfTheOfficers() {
        stage = new AgreementStage(application, "sbs");
        marks = stage.bean(Marks.class);
        colleague = stage.cast.player("Kim Kollega", Role.PROGRAMME_OFFICER, stage.agency);
        Agreements agreements = stage.bean(Agreements.class);
        agreement = stage.as(
                stage.officer, () -> stage.bean(BeginningAgreements.class).begin(stage.partnership));
        stage.does(stage.officer, () -> agreements.handOver(agreement, 0, AgreementStage.NOTHING));
        stage.does(
                stage.officer,
                () -> stage.bean(Discussion.class)
                        .say("agreement", agreement, "economy", new FreeText("Hemlig synpunkt", "")));
        comment = said(stage.officer).id();
    }

    private CommentView said(long person) {
        return stage.as(person, () -> stage.bean(Discussion.class).of("agreement", agreement))
                .get("economy")
                .getFirst();
    }

    private void mark() {
        stage.does(
                stage.officer,
                () -> marks.mark(
                        "comment",
                        comment,
                        new MarkDraft("OSL 39 kap. 2 §", WHY, Optional.empty(), List.of(colleague))));
    }

    private List<String> words(long person) {
        return stage.rows(person, "select words from discussion.comment_words where comment = " + comment);
    }

    @Test
    void isReadOnlyByThoseWhoAreNamed() {
        mark();

        for (long person : List.of(stage.officer, colleague)) {
            assertThat(words(person)).containsExactly("Hemlig synpunkt");
        }
        assertThat(words(stage.director)).isEmpty();
        assertThat(said(stage.director).words()).isEmpty();
        assertThat(stage.page(stage.director, "/agreements/" + agreement))
                .contains("Sekretessmarkering", "OSL 39 kap. 2 §")
                .doesNotContain("Hemlig synpunkt");
    }

    @Test
    void isNotKnownOfByThoseWhoDoNotSeeTheAgreement() {
        mark();

        assertThat(words(stage.neighbour)).isEmpty();
        assertThat(stage.rows(stage.neighbour, "select reason from records.field_mark where about = " + comment))
                .isEmpty();
        assertThat(stage.rows(stage.director, "select reason from records.field_mark where about = " + comment))
                .containsExactly("Rör en anställds hälsa");
    }

    @Test
    void isSetOnlyOnOnesOwnWords() {
        assertThat(stage.refusal(stage.director, () -> marks.record("comment", comment)))
                .isEqualTo("refusal.not-seen");
        assertThatThrownBy(() -> stage.rows(stage.director, """
                        insert into records.field_mark (kind, about, field, provision, reason)
                        values ('comment', %d, 'words', 'Prov', 'Prov') returning provision
                        """.formatted(comment)))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void isLiftedWithAReason() {
        mark();
        stage.does(stage.officer, () -> marks.lift("comment", comment, new FreeText("Inte längre känsligt", "")));

        assertThat(words(stage.director)).containsExactly("Hemlig synpunkt");
        assertThat(said(stage.director).mark()).isEmpty();
    }
}
