package se.samverkan.agreement.invented;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.agreement.deviation.DeviationDraft;
import se.samverkan.agreement.deviation.DeviationView.Against;
import se.samverkan.agreement.deviation.Deviations;
import se.samverkan.agreement.funding.Funding;
import se.samverkan.agreement.funding.FundingDraft;
import se.samverkan.agreement.funding.FundingView;
import se.samverkan.agreement.funding.FundingView.Instalment;
import se.samverkan.agreement.funding.FundingView.Kind;
import se.samverkan.agreement.text.AgreementView.Stage;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.Party;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Money;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.InventedStory;

/**
 * The money of the demonstration's signed agreement: a decision with instalments, a requisition that is paid, what was used and
 * what was paid back; and a deviation with its answer.
 */
@Configuration(proxyBeanMethods = false)
class InventedMoney {

    private static final Money PAID = new Money(256_500_00);
    private static final Money USED = new Money(249_312_75);

    private final Funding funding;
    private final Deviations deviations;
    private final Agreements agreements;
    private final Partnerships partnerships;
    private final InventedWords words;
    private final LocalDate today;

    InventedMoney(
            Funding funding,
            Deviations deviations,
            Agreements agreements,
            Partnerships partnerships,
            InventedWords words,
            Clock clock) {
        this.funding = funding;
        this.deviations = deviations;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.words = words;
        this.today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm")));
    }

    @Bean
    @Order(61)
    InventedStory inventedFundingDecision() {
        return new Step(
                "agreement-funding",
                Role.PROGRAMME_OFFICER,
                0,
                () -> signed().ifPresent(partnership -> funding.decide(
                        partnership.id(),
                        new FundingDraft(
                                words.of("case-number"),
                                today.minusDays(40),
                                words.of("purpose"),
                                new Money(598_840_50),
                                List.of(
                                        new Instalment(1, today.minusDays(30), PAID),
                                        new Instalment(2, today.plusDays(150), new Money(171_170_25)),
                                        new Instalment(3, today.plusDays(330), new Money(171_170_25)))))));
    }

    /** The partnership whose agreement is signed. */
    private Optional<PartnershipView> signed() {
        return partnerships.live().stream()
                .filter(each -> agreements.standing(each.id()).stream().anyMatch(one -> one.stage() == Stage.IN_FORCE))
                .findFirst();
    }

    @Bean
    @Order(62)
    InventedStory inventedRequisition() {
        return new Step("agreement-requisition", Role.EDUCATION_DIRECTOR, 1, () -> {
            money(Party.ORGANISER, id -> enter(id, Kind.REQUISITION, 28, PAID, "requisition"));
            signed().filter(each -> deviations.party(each).equals(Optional.of(Party.ORGANISER)))
                    .ifPresent(each -> deviations.tell(
                            each.id(),
                            new DeviationDraft(
                                    Against.AGREEMENT,
                                    today.minusDays(12),
                                    words.of("deviation"),
                                    words.of("deviation.why"),
                                    words.of("deviation.measure"))));
        });
    }

    @Bean
    @Order(63)
    InventedStory inventedPayment() {
        return new Step("agreement-payment", Role.PROGRAMME_OFFICER, 0, () -> {
            money(Party.AGENCY, id -> {
                if (has(id, Kind.REQUISITION)) {
                    enter(id, Kind.PAYMENT, 25, PAID, "payment");
                }
            });
            signed().ifPresent(each -> deviations.ofPartnership(each.id()).stream()
                    .filter(told -> told.party() == Party.ORGANISER)
                    .forEach(told -> deviations.answer(each.id(), told.id(), true, words.text("deviation.answer"))));
        });
    }

    @Bean
    @Order(64)
    InventedStory inventedAccount() {
        return new Step(
                "agreement-account",
                Role.EDUCATION_DIRECTOR,
                1,
                () -> money(Party.ORGANISER, id -> enter(id, Kind.ACCOUNT, 3, USED, "account")));
    }

    @Bean
    @Order(65)
    InventedStory inventedRepayment() {
        return new Step(
                "agreement-repayment",
                Role.PROGRAMME_OFFICER,
                0,
                () -> money(Party.AGENCY, id -> {
                    if (has(id, Kind.ACCOUNT)) {
                        enter(id, Kind.REPAYMENT, 1, PAID.minus(USED), "repayment");
                    }
                }));
    }

    /** Does something with the first decision, where the actor stands for the party that it is for. */
    private void money(Party party, Consumer<Long> deed) {
        signed().stream()
                .flatMap(each -> decisions(each))
                .filter(each -> each.party().equals(Optional.of(party)))
                .findFirst()
                .ifPresent(each -> deed.accept(each.id()));
    }

    private Stream<FundingView> decisions(PartnershipView partnership) {
        return funding.ofPartnership(partnership.id()).stream();
    }

    private boolean has(long id, Kind kind) {
        return funding.funding(id).entries().stream().anyMatch(each -> each.kind() == kind);
    }

    private void enter(long id, Kind kind, int daysAgo, Money amount, String key) {
        FreeText note = words.text("money." + key);
        funding.enter(id, kind, today.minusDays(daysAgo), amount, note);
    }
}
