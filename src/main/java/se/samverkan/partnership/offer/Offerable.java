package se.samverkan.partnership.offer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganisationView.Sort;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.OwnLevels;
import se.samverkan.organisation.UnitView;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Entry;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Variant;
import se.samverkan.selection.DecidedRounds;
import se.samverkan.selection.DecidedRounds.Decided;
import se.samverkan.selection.DecidedRounds.Place;
import se.samverkan.shared.Refusal;

/** What can be offered to whom: by a decided round, or without one where the programme variant says so. */
@Component
public class Offerable {

    private final DecidedRounds rounds;
    private final Variants variants;
    private final Directory directory;
    private final OwnLevels levels;
    private final StoredDrafts drafts;
    private final Rights rights;

    Offerable(
            DecidedRounds rounds,
            Variants variants,
            Directory directory,
            OwnLevels levels,
            StoredDrafts drafts,
            Rights rights) {
        this.rounds = rounds;
        this.variants = variants;
        this.directory = directory;
        this.levels = levels;
        this.drafts = drafts;
        this.rights = rights;
    }

    /** An organiser with the units that a round names and that have no offer from it yet. */
    public record Waiting(OrganiserView organiser, List<UnitView> units) {}

    /** The decided rounds of the actor's own agencies and offices, the newest first. */
    @Transactional(readOnly = true)
    public List<Decided> rounds() {
        rights.require(Verb.RUN_PARTNERSHIP);
        return rounds.all().stream()
                .filter(round -> rights.allow(Verb.RUN_PARTNERSHIP, round.owner()))
                .toList();
    }

    /** To whom an offer from a round is still to be made, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Decided round) {
        Set<Long> offered = drafts.offeredBy(round.id());
        List<Long> units = rounds.toOffer(round.id()).stream()
                .map(Place::unit)
                .filter(unit -> !offered.contains(unit))
                .toList();
        Map<OrganiserView, List<UnitView>> byOrganiser =
                directory.unitsByIds(units).stream().collect(Collectors.groupingBy(UnitView::organiser));
        return byOrganiser.entrySet().stream()
                .map(each -> new Waiting(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(
                        each -> each.organiser().name(), java.text.Collator.getInstance(Locale.of("sv"))))
                .toList();
    }

    /** The variants under which an offer can be made without a round. */
    @Transactional(readOnly = true)
    public List<VariantView> withoutRound() {
        return variants.all().stream()
                .filter(each -> variants.read(each.key(), each.newest())
                        .filter(variant -> !variant.alone())
                        .filter(variant -> variant.entry().selection() != Entry.Selection.REQUIRED)
                        .isPresent())
                .toList();
    }

    /** The newest published version of a variant. */
    public Optional<Variant> variant(String key) {
        return variants.newest(key).flatMap(version -> variants.read(key, version));
    }

    /** The agencies and offices for which the actor makes offers. */
    @Transactional(readOnly = true)
    public List<OrganisationView> owners() {
        return directory.organisations().stream()
                .filter(one -> one.sort() == Sort.AGENCY || one.sort() == Sort.OFFICE)
                .filter(one -> rights.allow(Verb.RUN_PARTNERSHIP, one.id()))
                .toList();
    }

    /** The organiser that somebody names by key, number or name; of several with one name none. */
    @Transactional(readOnly = true)
    public Optional<OrganiserView> organiser(String named) {
        Optional<OrganiserView> byKey = directory.organiser(named);
        if (byKey.isPresent() || named.isBlank()) {
            return byKey;
        }
        List<OrganiserView> called = directory.organisers().stream()
                .filter(each -> each.name().equalsIgnoreCase(named))
                .toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    /**
     * The units of an organiser that an offer can name, the own level first where the variant has it.
     *
     * @param round the id of the round that the offer stands on, where it does: then it names no others
     */
    @Transactional
    public List<UnitView> units(OrganiserView organiser, Variant variant, Optional<Long> round) {
        Set<Long> named = round.map(this::named).orElse(Set.of());
        List<UnitView> all = directory.levelsOfOrganiser(organiser.id());
        Stream<UnitView> own = variant.levels().contains(Level.ORGANISER) ? ownLevel(organiser, all) : Stream.of();
        Stream<UnitView> others = all.stream()
                .filter(unit -> !isOwnLevel(unit) && variant.levels().contains(Level.valueOf(unit.kind())))
                .filter(unit -> round.isEmpty() || named.contains(unit.id()));
        return Stream.concat(own, others).toList();
    }

    private Stream<UnitView> ownLevel(OrganiserView organiser, List<UnitView> known) {
        return known.stream().anyMatch(Offerable::isOwnLevel)
                ? known.stream().filter(Offerable::isOwnLevel)
                : directory.unitById(levels.of(organiser)).stream();
    }

    private static boolean isOwnLevel(UnitView unit) {
        return unit.kind().equals(Level.ORGANISER.name());
    }

    private Set<Long> named(long round) {
        return rounds.toOffer(round).stream().map(Place::unit).collect(Collectors.toSet());
    }

    /** The reserves of a round that have been taken in. */
    Set<Long> called(Optional<Long> round) {
        return round.map(rounds::toOffer).orElse(List.of()).stream()
                .filter(Place::called)
                .map(Place::unit)
                .collect(Collectors.toSet());
    }

    /** @throws Refusal when an offer may not be made so; what is wrong, and what to do */
    void check(OfferDraft draft, LocalDate today) {
        rights.require(Verb.RUN_PARTNERSHIP, draft.owner());
        Variant variant = variant(draft.variant()).orElseThrow(() -> Refusal.rule("partnership.offer.refusal.variant"));
        if (draft.units().isEmpty()) {
            throw Refusal.rule("partnership.offer.refusal.units");
        }
        if (!draft.lastDay().isAfter(today)) {
            throw Refusal.rule("partnership.offer.refusal.last-day");
        }
        if (draft.why().text().isBlank()) {
            throw Refusal.rule("partnership.offer.refusal.why");
        }
        checkRound(draft, variant);
        checkUnits(draft, variant);
    }

    private void checkRound(OfferDraft draft, Variant variant) {
        if (draft.round().isEmpty()) {
            if (variant.entry().selection() == Entry.Selection.REQUIRED) {
                throw Refusal.rule("partnership.offer.refusal.round");
            }
            return;
        }
        Decided round = rounds.find(draft.round().get()).orElseThrow(Refusal::notSeen);
        if (round.owner() != draft.owner() || !round.variant().equals(draft.variant())) {
            throw Refusal.rule("partnership.offer.refusal.other-round", round.name());
        }
    }

    private void checkUnits(OfferDraft draft, Variant variant) {
        OrganiserView organiser = directory.organiserById(draft.organiser()).orElseThrow(Refusal::notSeen);
        Set<Long> possible = units(organiser, variant, draft.round()).stream()
                .map(UnitView::id)
                .collect(Collectors.toCollection(HashSet::new));
        if (!possible.containsAll(draft.units())) {
            throw Refusal.rule("partnership.offer.refusal.other-units", organiser.name());
        }
    }
}
