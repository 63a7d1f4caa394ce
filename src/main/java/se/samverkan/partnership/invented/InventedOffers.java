package se.samverkan.partnership.invented;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.Holders;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.cohort.Cohorts;
import se.samverkan.partnership.offer.Answer;
import se.samverkan.partnership.offer.AnswerReason;
import se.samverkan.partnership.offer.Mandate;
import se.samverkan.partnership.offer.Offer;
import se.samverkan.partnership.offer.Offer.OfferedUnit;
import se.samverkan.partnership.offer.OfferAnswering;
import se.samverkan.partnership.offer.OfferDraft;
import se.samverkan.partnership.offer.OfferFiles;
import se.samverkan.partnership.offer.OfferMaking;
import se.samverkan.partnership.offer.OfferSending;
import se.samverkan.partnership.offer.Offerable;
import se.samverkan.partnership.offer.Offerable.Waiting;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Variant;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.file.Upload;
import se.samverkan.selection.DecidedRounds.Decided;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * What the demonstration's decided round leads to: a cohort with offers to some of those whom it names, answers of which one is
 * partial, a start together; and an offer without a round that waits for somebody's second yes.
 */
@Configuration(proxyBeanMethods = false)
class InventedOffers {

    private static final int ORGANISERS = 5;
    private static final int SCHOOLS = 6;

    private final Offers offers;
    private final OfferMaking making;
    private final OfferSending sending;
    private final OfferFiles attached;
    private final Files files;
    private final OfferAnswering answering;
    private final Offerable offerable;
    private final Cohorts cohorts;
    private final MessageSource messages;

    InventedOffers(
            Offers offers,
            OfferMaking making,
            OfferSending sending,
            OfferFiles attached,
            Files files,
            OfferAnswering answering,
            Offerable offerable,
            Cohorts cohorts,
            MessageSource messages) {
        this.offers = offers;
        this.making = making;
        this.sending = sending;
        this.attached = attached;
        this.files = files;
        this.answering = answering;
        this.offerable = offerable;
        this.cohorts = cohorts;
        this.messages = messages;
    }

    private record Step(String step, Role teller, int number, Runnable deed) implements InventedStory {

        @Override
        public void tell() {
            deed.run();
        }
    }

    @Bean
    @Order(21)
    InventedStory inventedCohort(InventedDirectors directors) {
        return new Step(
                "partnership-offers",
                Role.PROGRAMME_OFFICER,
                0,
                () -> offerable.rounds().stream().findFirst().ifPresent(round -> offer(round, directors)));
    }

    private void offer(Decided round, InventedDirectors directors) {
        Period term = firstAutumn();
        long cohort = cohorts.open(round.owner(), word("cohort", Integer.toString(term.year())), round.variant(), term);
        cohorts.addDay(cohort, term.firstDayOfTerm().plusWeeks(6), word("first-day"));
        cohorts.addDay(cohort, term.firstDayOfTerm().plusWeeks(16), word("seminar"));
        Variant variant = offerable.variant(round.variant()).orElseThrow();
        List<Waiting> chosen = offerable.waiting(round).stream()
                .sorted(Comparator.comparingInt((Waiting each) -> -each.units().size())
                        .thenComparing(each -> each.organiser().key()))
                .limit(ORGANISERS + 1)
                .toList();
        directors.appoint(chosen.stream().map(each -> each.organiser().id()).toList());
        // The last waits to be sent, however few a lot names.
        int sent = Math.max(0, chosen.size() - 1);
        chosen.stream().limit(sent).forEach(each -> send(draft(round, each, variant, cohort, term)));
        chosen.stream().skip(sent).forEach(each -> making.make(draft(round, each, variant, cohort, term)));
    }

    private OfferDraft draft(Decided round, Waiting to, Variant variant, long cohort, Period term) {
        return new OfferDraft(
                round.owner(),
                to.organiser().id(),
                variant.key(),
                Optional.of(round.id()),
                units(to, variant),
                Optional.of(cohort),
                term,
                offers.today().plusDays(variant.entry().daysToAnswer()),
                text("why"),
                text("message"));
    }

    private Period firstAutumn() {
        Period next = Period.termOf(offers.today()).plusTerms(1);
        return next.kind() == Period.Kind.AUTUMN_TERM ? next : next.plusTerms(1);
    }

    private Set<Long> units(Waiting waiting, Variant variant) {
        Set<Long> units = waiting.units().stream().map(UnitView::id).collect(Collectors.toCollection(HashSet::new));
        offerable.units(waiting.organiser(), variant, Optional.empty()).stream()
                .filter(unit -> unit.kind().equals(Level.ORGANISER.name()))
                .forEach(unit -> units.add(unit.id()));
        return units;
    }

    /** With a file that goes with it. */
    private void send(OfferDraft draft) {
        long id = making.make(draft);
        byte[] content = word("attachment").getBytes(StandardCharsets.UTF_8);
        StoredFile file = files.keep(
                new Upload(word("attachment.name"), content.length, () -> new ByteArrayInputStream(content)));
        attached.attach(id, 0, file.id());
        sending.send(id, 1);
    }

    @Bean
    @Order(22)
    InventedStory inventedYes() {
        return new Step("partnership-yes", Role.EDUCATION_DIRECTOR, 1, () -> answer(false));
    }

    @Bean
    @Order(23)
    InventedStory inventedPartialYes() {
        return new Step("partnership-partial-yes", Role.EDUCATION_DIRECTOR, 2, () -> answer(true));
    }

    @Bean
    @Order(24)
    InventedStory inventedStart() {
        return new Step(
                "partnership-start",
                Role.PROGRAMME_OFFICER,
                0,
                () -> cohorts.all().stream()
                        .filter(cohort -> cohort.partnerships() > 0)
                        .findFirst()
                        .ifPresent(cohort -> cohorts.startReady(cohort.id())));
    }

    @Bean
    @Order(25)
    InventedStory inventedLateYes() {
        return new Step("partnership-late-yes", Role.EDUCATION_DIRECTOR, 3, () -> answer(false));
    }

    /** Answers the first offer that waits, on a board's decision; in part, or wholly. */
    private void answer(boolean inPart) {
        waiting().findFirst().ifPresent(offer -> {
            List<OfferedUnit> units = offer.units();
            List<Answer> answers = units.stream()
                    .map(unit -> inPart && unit.equals(units.getLast()) && units.size() > 1
                            ? Answer.no(unit.key(), AnswerReason.REORGANISATION, word("declined"))
                            : Answer.yes(unit.key()))
                    .toList();
            answering.answer(
                    offer.id(),
                    answers,
                    new Mandate(Optional.of(Mandate.Kind.BOARD), word("board"), "41", Optional.of(offers.today())));
        });
    }

    private Stream<Offer> waiting() {
        return offers.all().stream()
                .filter(offer -> !answering.waitingForActor(offer).isEmpty())
                .sorted(Comparator.comparingLong(Offer::id));
    }

    @Bean
    @Order(26)
    InventedStory inventedSecondYesMissing(Directory directory, DemonstrationPeople people, Holders holders) {
        return new Step(
                "partnership-without-round",
                Role.PROGRAMME_OFFICER,
                0,
                () -> offerable.withoutRound().stream()
                        .map(VariantView::key)
                        .findFirst()
                        .flatMap(offerable::variant)
                        .ifPresent(variant -> offerable.owners().stream()
                                .findFirst()
                                .map(OrganisationView::id)
                                .ifPresent(owner -> withoutRound(owner, variant, of(directory, people, holders)))));
    }

    /** Where the demonstration has an area head, or any organiser with a school. */
    private OrganiserView of(Directory directory, DemonstrationPeople people, Holders holders) {
        List<OrganiserView> all = directory.organisers();
        return people.playing(Role.AREA_HEAD).stream()
                .flatMap(head -> all.stream()
                        .filter(each -> holders.of(Verb.ANSWER_OFFER, each.id()).contains(head)))
                .findFirst()
                .orElseGet(() -> all.stream()
                        .filter(each ->
                                directory.unitsOfOrganiser(each.id()).stream().anyMatch(unit -> unit.has("COMPULSORY")))
                        .findFirst()
                        .orElseThrow());
    }

    private void withoutRound(long owner, Variant variant, OrganiserView organiser) {
        Set<Long> schools = offerable.units(organiser, variant, Optional.empty()).stream()
                .filter(unit -> unit.kind().equals(Level.SCHOOL.name()) && unit.has("COMPULSORY"))
                .limit(SCHOOLS)
                .map(UnitView::id)
                .collect(Collectors.toSet());
        if (!schools.isEmpty()) {
            send(new OfferDraft(
                    owner,
                    organiser.id(),
                    variant.key(),
                    Optional.empty(),
                    schools,
                    Optional.empty(),
                    Period.termOf(offers.today()).plusTerms(1),
                    offers.today().plusDays(variant.entry().daysToAnswer()),
                    text("why.own"),
                    text("message")));
        }
    }

    @Bean
    @Order(27)
    InventedStory inventedFirstOfTwo() {
        return new Step(
                "partnership-first-of-two",
                Role.AREA_HEAD,
                0,
                () -> waiting()
                        .findFirst()
                        .ifPresent(offer -> answering.answer(
                                offer.id(),
                                offer.units().stream()
                                        .map(unit -> Answer.yes(unit.key()))
                                        .toList(),
                                Mandate.NONE)));
    }

    private FreeText text(String key) {
        return new FreeText(word(key), "");
    }

    private String word(String key, Object... details) {
        return messages.getMessage("partnership.invented." + key, details, Words.SWEDISH);
    }
}
