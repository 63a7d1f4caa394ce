package se.samverkan.agreement.closing;

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
import se.samverkan.agreement.deviation.DeviationDraft;
import se.samverkan.agreement.deviation.DeviationView.Against;
import se.samverkan.agreement.deviation.Deviations;
import se.samverkan.agreement.funding.Funding;
import se.samverkan.agreement.funding.FundingDraft;
import se.samverkan.agreement.funding.FundingView.Kind;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.partnership.ClosingCondition.Outcome;
import se.samverkan.partnership.ClosingCondition.Remains;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Money;
import se.samverkan.testing.SamverkanTest;

/** Whether the agreement lets a partnership be closed; and what the page of the case says of it. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class AgreementSettledTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 12);

    @Autowired
    WebApplicationContext application;

    private AgreementStage stage;

    @BeforeEach
    void aPartnership() {
        stage = new AgreementStage(application, "sbs");
    }

    @Test
    void remainsUntilTheAgreementAndItsAmendmentsAreSigned() {
        assertThat(remains()).containsExactly("agreement.closing.not-signed");
        stage.inForce();
        assertThat(outcome(stage.officer).fulfilled()).isTrue();
        stage.does(stage.officer, () -> stage.bean(BeginningAgreements.class).begin(stage.partnership));
        assertThat(remains()).containsExactly("agreement.closing.open");
    }

    @Test
    void remainsUntilDeviationsAreAnsweredAndMoneyIsAccountedForToTheOre() {
        stage.inForce();
        Deviations deviations = stage.bean(Deviations.class);
        stage.does(
                stage.director,
                () -> deviations.tell(
                        stage.partnership, new DeviationDraft(Against.AGREEMENT, DAY, "Senare", "Sjukdom", "")));
        Funding funding = stage.bean(Funding.class);
        long decision = stage.as(
                stage.officer,
                () -> funding.decide(
                        stage.partnership, new FundingDraft("", DAY, "Vikarier", new Money(1000_01), List.of())));
        stage.does(stage.officer, () -> funding.enter(decision, Kind.PAYMENT, DAY, new Money(1000_01), NOTHING));
        stage.does(stage.director, () -> funding.enter(decision, Kind.ACCOUNT, DAY, new Money(1000_00), NOTHING));

        assertThat(remains()).containsExactly("agreement.closing.unanswered", "agreement.closing.unaccounted");
        assertThat(outcome(stage.officer).remains().getLast().details()).contains(new Money(1));

        long told = stage.as(stage.officer, () -> deviations.ofPartnership(stage.partnership))
                .getFirst()
                .id();
        stage.does(stage.officer, () -> deviations.answer(stage.partnership, told, true, NOTHING));
        stage.does(stage.officer, () -> funding.enter(decision, Kind.REPAYMENT, DAY, new Money(1), NOTHING));
        assertThat(outcome(stage.director).fulfilled()).isTrue();
    }

    @Test
    void isFulfilledWhereTheProgrammeHasNoAgreement() {
        stage = new AgreementStage(application, "ksbs");

        assertThat(outcome(stage.officer).fulfilled()).isTrue();
    }

    @Test
    void isNotToldToSomebodyWhoMayNotKnow() {
        PartnershipView partnership = view(stage.officer);

        assertThat(stage.as(
                        stage.headTeacher,
                        () -> stage.bean(AgreementSettled.class).of(partnership)))
                .isEmpty();
    }

    private List<String> remains() {
        return outcome(stage.officer).remains().stream().map(Remains::key).toList();
    }

    private Outcome outcome(long person) {
        return stage.as(person, () -> stage.bean(AgreementSettled.class).of(view(person)))
                .orElseThrow();
    }

    private PartnershipView view(long person) {
        return stage.as(person, () -> stage.bean(Partnerships.class).find(stage.partnership))
                .orElseThrow();
    }
}
