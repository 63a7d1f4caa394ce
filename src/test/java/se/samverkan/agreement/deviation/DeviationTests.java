package se.samverkan.agreement.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.agreement.AgreementStage.NOTHING;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.agreement.AgreementStage;
import se.samverkan.agreement.deviation.DeviationView.Against;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.agreement.text.Party;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** What does not go as agreed is told by one party and answered by the other. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class DeviationTests {

    private static final DeviationDraft LATE = new DeviationDraft(
            Against.AGREEMENT, LocalDate.of(2027, 9, 1), "Handledningen börjar senare", "Sjukdom", "");

    @Autowired
    WebApplicationContext application;

    private AgreementStage stage;

    @BeforeEach
    void anAgreement() {
        stage = new AgreementStage(application, "sbs");
    }

    @Test
    void needsSomethingThatWasAgreed() {
        assertThat(stage.refusal(stage.director, () -> deviations().tell(stage.partnership, LATE)))
                .isEqualTo("agreement.refusal.nothing-agreed");
        agree();
        DeviationDraft money = new DeviationDraft(Against.FUNDING, LATE.from(), "Pengarna räcker inte", "Pris", "");
        assertThat(stage.refusal(stage.director, () -> deviations().tell(stage.partnership, money)))
                .isEqualTo("agreement.refusal.nothing-funded");
    }

    @Test
    void isAnsweredOnceByTheOtherParty() {
        long id = told();

        assertThat(stage.refusal(stage.director, () -> answer(id, true, "")))
                .isEqualTo("agreement.refusal.own-deviation");
        assertThat(stage.refusal(stage.officer, () -> answer(id, false, ""))).isEqualTo("agreement.refusal.answer");
        stage.does(stage.officer, () -> answer(id, false, "Börja i oktober"));
        assertThat(stage.refusal(stage.officer, () -> answer(id, true, ""))).isEqualTo("agreement.refusal.answered");
        assertThat(seen(stage.director))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.answer().orElseThrow().words()).isEqualTo("Börja i oktober"));
    }

    @Test
    void isSeenByBothPartiesAndNobodyElse() {
        long id = told();
        String query = "select what from agreement.deviation where id = " + id;

        assertThat(seen(stage.officer)).extracting(DeviationView::party).containsExactly(Party.ORGANISER);
        assertThat(stage.rows(stage.officer, query)).hasSize(1);
        assertThat(stage.rows(stage.neighbour, query)).isEmpty();
        assertThat(stage.rows(stage.headTeacher, query)).isEmpty();
    }

    private Deviations deviations() {
        return stage.bean(Deviations.class);
    }

    private void agree() {
        Agreements agreements = stage.bean(Agreements.class);
        long id = stage.as(
                stage.officer, () -> stage.bean(BeginningAgreements.class).begin(stage.partnership));
        stage.does(stage.officer, () -> agreements.handOver(id, 0, NOTHING));
        stage.does(stage.director, () -> agreements.accept(id, 1));
    }

    private long told() {
        agree();
        stage.does(stage.director, () -> deviations().tell(stage.partnership, LATE));
        return seen(stage.director).getFirst().id();
    }

    private void answer(long id, boolean accepted, String words) {
        deviations().answer(stage.partnership, id, accepted, new FreeText(words, ""));
    }

    private List<DeviationView> seen(long person) {
        return stage.as(person, () -> deviations().ofPartnership(stage.partnership));
    }
}
