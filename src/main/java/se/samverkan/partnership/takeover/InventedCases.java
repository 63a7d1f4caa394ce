package se.samverkan.partnership.takeover;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.Holders;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.course.Steps;
import se.samverkan.partnership.course.Turn;
import se.samverkan.partnership.course.TurnReason;
import se.samverkan.partnership.course.Turning;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's cases that have come some way: one in its second year, where its head teacher is; one that was taken
 * over lately, one paused and one discontinued.
 */
@Component
@Order(30)
class InventedCases implements InventedStory {

    /** The first of its schools, since the head teacher of the demonstration is at the first of all. */
    private static final int UNITS = 4;

    private static final int TERMS_AGO = 3;

    private final TakingOver takingOver;
    private final Partnerships partnerships;
    private final Steps steps;
    private final Turning turning;
    private final Directory directory;
    private final Variants variants;
    private final DemonstrationPeople people;
    private final Holders holders;
    private final MessageSource messages;

    InventedCases(
            TakingOver takingOver,
            Partnerships partnerships,
            Steps steps,
            Turning turning,
            Directory directory,
            Variants variants,
            DemonstrationPeople people,
            Holders holders,
            MessageSource messages) {
        this.takingOver = takingOver;
        this.partnerships = partnerships;
        this.steps = steps;
        this.turning = turning;
        this.directory = directory;
        this.variants = variants;
        this.people = people;
        this.holders = holders;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "partnership-cases";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        Variant variant = takingOver.variant(
                variants.all().stream().map(VariantView::key).findFirst().orElseThrow());
        List<OrganiserView> organisers = organisers(variant);
        LocalDate today = takingOver.today();
        if (organisers.size() == 4 && !takingOver.owners().isEmpty()) {
            workOn(take(organisers.get(0), variant, TERMS_AGO, 2, "second-year"), variant);
            take(organisers.get(1), variant, 1, 1, "taken-over");
            turn(take(organisers.get(2), variant, 2, 1, "paused"), Turn.PAUSE, TurnReason.CHANGE_OF_LEADERSHIP, today);
            turn(
                    take(organisers.get(3), variant, TERMS_AGO, 2, "discontinued"),
                    Turn.DISCONTINUE,
                    TurnReason.REORGANISATION,
                    today.minusDays(20));
        }
    }

    /** Four that are not in the programme yet, first the one whose head teacher the demonstration has. */
    private List<OrganiserView> organisers(Variant variant) {
        Set<Long> taken = partnerships.live().stream()
                .filter(each -> each.variant().equals(variant.key()))
                .map(PartnershipView::organiser)
                .collect(Collectors.toSet());
        Optional<Long> heads = people.playing(Role.HEAD_TEACHER);
        return directory.organisers().stream()
                .filter(each -> !taken.contains(each.id()))
                .sorted(Comparator.comparing(each -> heads.stream()
                        .noneMatch(head -> holders.of(Verb.DO_STEPS, each.id()).contains(head))))
                .filter(each -> !takingOver.units(each, variant).isEmpty())
                .limit(4)
                .toList();
    }

    private long take(OrganiserView organiser, Variant variant, int termsAgo, int phases, String words) {
        Period first = Period.termOf(takingOver.today()).plusTerms(-termsAgo);
        LocalDate started = first.firstDayOfTerm().plusDays(14);
        Map<String, LocalDate> begun = new LinkedHashMap<>();
        for (Phase phase :
                variant.phases().subList(0, Math.min(phases, variant.phases().size()))) {
            LocalDate day = first.plusTerms(variant.firstTerm(phase.key()))
                    .firstDayOfTerm()
                    .plusDays(14);
            begun.put(phase.key(), day.isAfter(takingOver.today()) ? takingOver.today() : day);
        }
        return takingOver.takeOver(new TakeoverDraft(
                takingOver.owners().getFirst().id(),
                organiser.id(),
                variant.key(),
                first,
                started,
                takingOver.units(organiser, variant).stream()
                        .sorted(Comparator.comparing((UnitView each) -> !each.has("COMPULSORY"))
                                .thenComparing(UnitView::id))
                        .limit(UNITS)
                        .map(UnitView::id)
                        .collect(Collectors.toSet()),
                begun,
                new FreeText(word(words), "")));
    }

    private void workOn(long id, Variant variant) {
        Phase phase = variant.phases().get(1);
        for (Participant unit : partnerships.find(id).orElseThrow().units()) {
            phase.steps().stream()
                    .filter(step -> step.levels().contains(unit.level()))
                    .limit(1)
                    .forEach(step -> steps.mark(id, unit.unit(), phase.key(), step.key()));
        }
    }

    private void turn(long id, Turn turn, TurnReason reason, LocalDate day) {
        turning.turn(
                id,
                Optional.empty(),
                partnerships.find(id).orElseThrow().version(),
                new Turning.Draft(turn, day, reason, new FreeText(word(turn.path()), ""), word("mandate")));
    }

    private String word(String key) {
        return messages.getMessage("partnership.takeover.invented." + key, null, Words.SWEDISH);
    }
}
