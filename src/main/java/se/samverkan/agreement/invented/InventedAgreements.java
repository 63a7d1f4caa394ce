package se.samverkan.agreement.invented;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.Holders;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.agreement.signing.AgreementFiling;
import se.samverkan.agreement.signing.AgreementSigning;
import se.samverkan.agreement.signing.Signatories;
import se.samverkan.agreement.signing.SigningState;
import se.samverkan.agreement.text.AgreementText.AgreedIntervention;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.AgreementView;
import se.samverkan.agreement.text.AgreementView.Stage;
import se.samverkan.agreement.text.AgreementView.Working;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.agreement.text.Party;
import se.samverkan.discussion.Discussion;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Level;
import se.samverkan.records.signature.InventedSigning;
import se.samverkan.shared.Money;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's agreements: one signed, filed and with an amendment under way, one that both parties write in, and one
 * that waits for signatures.
 */
@Configuration(proxyBeanMethods = false)
class InventedAgreements {

    /** As many education directors as there may be. */
    private static final int DIRECTORS = 4;

    private final Agreements agreements;
    private final BeginningAgreements beginning;
    private final AgreementSigning signing;
    private final Signatories signatories;
    private final Partnerships partnerships;
    private final InventedWords words;

    InventedAgreements(
            Agreements agreements,
            BeginningAgreements beginning,
            AgreementSigning signing,
            Signatories signatories,
            Partnerships partnerships,
            InventedWords words) {
        this.agreements = agreements;
        this.beginning = beginning;
        this.signing = signing;
        this.signatories = signatories;
        this.partnerships = partnerships;
        this.words = words;
    }

    @Bean
    @Order(51)
    InventedStory inventedAgreementsBegun(DemonstrationPeople people, Holders holders, InventedSignatory signatory) {
        return new Step("agreement-begun", Role.PROGRAMME_OFFICER, 0, () -> {
            List<PartnershipView> chosen = IntStream.range(0, DIRECTORS)
                    .mapToObj(number -> people.playing(Role.EDUCATION_DIRECTOR, number))
                    .flatMap(Optional::stream)
                    .flatMap(director -> partnerships.live().stream()
                            .filter(each -> holders.of(Verb.DRAW_UP_AGREEMENT, each.organiser())
                                    .contains(director))
                            .filter(beginning::mayBegin)
                            .findFirst()
                            .stream())
                    .distinct()
                    .toList();
            chosen.stream().map(PartnershipView::owner).distinct().forEach(signatory::appoint);
            chosen.forEach(this::begin);
        });
    }

    private void begin(PartnershipView partnership) {
        long id = beginning.begin(partnership.id());
        agreements.change(
                id,
                0,
                text -> text.with(intervention("coaching", partnership, 0, 2, 412_500_00))
                        .with(intervention("reading", partnership, 1, 4, 186_340_50)));
        agreements.handOver(id, 1, words.text("handed-over"));
    }

    private AgreedIntervention intervention(String key, PartnershipView partnership, int from, int to, long ore) {
        return new AgreedIntervention(
                key,
                words.of("intervention." + key),
                words.of("intervention." + key + ".responsible"),
                Level.SCHOOL,
                partnership.firstTerm().plusTerms(from),
                partnership.firstTerm().plusTerms(to),
                new Money(ore));
    }

    @Bean
    @Order(52)
    InventedStory inventedAgreementAccepted() {
        return new Step("agreement-accepted", Role.EDUCATION_DIRECTOR, 1, this::acceptAndName);
    }

    @Bean
    @Order(53)
    InventedStory inventedAgreementAnswered(Discussion discussion) {
        return new Step(
                "agreement-answered",
                Role.EDUCATION_DIRECTOR,
                2,
                () -> handed().findFirst().ifPresent(agreement -> {
                    long id = agreement.id();
                    discussion.say("agreement", id, "organiser", words.text("comment.organiser"));
                    discussion.say("agreement", id, "economy", words.text("comment.economy"));
                    Clause economy = agreement
                            .working()
                            .map(Working::text)
                            .flatMap(text -> text.clause("economy"))
                            .orElseThrow();
                    agreements.change(
                            id,
                            0,
                            text -> text.with(new Clause("economy", economy.heading(), words.of("economy")))
                                    .without("data"));
                    agreements.handOver(id, 1, words.text("answered"));
                }));
    }

    @Bean
    @Order(54)
    InventedStory inventedAgreementAcceptedAndWaiting() {
        return new Step("agreement-accepted-later", Role.EDUCATION_DIRECTOR, 3, this::acceptAndName);
    }

    private void acceptAndName() {
        handed().findFirst().ifPresent(agreement -> {
            agreements.accept(agreement.id(), agreement.toAccept().orElseThrow().number());
            name(agreement.id(), "mandate.organiser");
        });
    }

    /** The texts that wait for the actor, who stands for an organiser. */
    private Stream<AgreementView> handed() {
        return all().filter(each -> each.party().equals(Optional.of(Party.ORGANISER))
                && each.toAccept().isPresent());
    }

    /** In the order in which they were begun, whichever organisers the lots fell on. */
    private Stream<AgreementView> all() {
        return partnerships.live().stream()
                .flatMap(each -> agreements.ofPartnership(each.id()).stream())
                .sorted(Comparator.comparingLong(AgreementView::id));
    }

    private void name(long id, String mandate) {
        SigningState state = signing.state(id);
        signatories.candidates(state).keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(person -> signatories.name(id, person, words.text(mandate), Optional.empty()));
    }

    @Bean
    @Order(55)
    InventedStory inventedSignaturesAsked() {
        return new Step(
                "agreement-asked",
                Role.PROGRAMME_OFFICER,
                0,
                () -> all().filter(each -> each.stage() == Stage.AGREED).forEach(agreement -> {
                    name(agreement.id(), "mandate.agency");
                    signing.ask(
                            agreement.id(), agreement.accepted().orElseThrow().edition());
                }));
    }

    @Bean
    @Order(56)
    InventedStory inventedFirstSignature(InventedSigning signs) {
        return new Step("agreement-signed-agency", Role.MANAGEMENT, 1, signs::signOldest);
    }

    @Bean
    @Order(57)
    InventedStory inventedLastSignature(InventedSigning signs) {
        return new Step("agreement-signed-organiser", Role.EDUCATION_DIRECTOR, 1, signs::signOldest);
    }

    @Bean
    @Order(58)
    InventedStory inventedAmendment(AgreementFiling filing) {
        return new Step(
                "agreement-amended",
                Role.PROGRAMME_OFFICER,
                0,
                () -> all().filter(each -> each.stage() == Stage.IN_FORCE)
                        .findFirst()
                        .ifPresent(agreement -> {
                            filing.file(agreement.id(), "", FreeText.NONE);
                            PartnershipView partnership =
                                    partnerships.find(agreement.partnership()).orElseThrow();
                            long amendment = beginning.begin(partnership.id());
                            agreements.change(
                                    amendment,
                                    0,
                                    text -> text.with(intervention("language", partnership, 2, 4, 98_000_00)));
                            agreements.handOver(amendment, 1, words.text("amended"));
                        }));
    }
}
