package se.samverkan.partnership.invented;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.takeover.TakeoverDraft;
import se.samverkan.partnership.takeover.TakingOver;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * In the demonstration one partnership that is nearly over is taken over from binders, with the people who lead its schools: they write
 * their plans, {@link InventedClosing} closes it, and a year later they are asked what lives on.
 */
@Component
@Order(70)
class InventedNearlyOver implements InventedStory {

    static final String VARIANT = "ksbs";
    static final int YEARS_AGO = 1;

    private static final int UNITS = 2;

    private final TakingOver takingOver;
    private final Partnerships partnerships;
    private final InventedDirectors directors;
    private final Directory directory;
    private final Variants variants;
    private final MessageSource messages;

    InventedNearlyOver(
            TakingOver takingOver,
            Partnerships partnerships,
            InventedDirectors directors,
            Directory directory,
            Variants variants,
            MessageSource messages) {
        this.takingOver = takingOver;
        this.partnerships = partnerships;
        this.directors = directors;
        this.directory = directory;
        this.variants = variants;
        this.messages = messages;
    }

    /** The term in which it began. */
    static Period first(TakingOver takingOver) {
        return Period.termOf(takingOver.today())
                .plusTerms(-takingOver.variant(VARIANT).length() - 2 * YEARS_AGO);
    }

    @Override
    public String step() {
        return "partnership-nearly-over";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        Variant variant = takingOver.variant(VARIANT);
        organiser(variant).ifPresent(organiser -> take(organiser, variant));
    }

    /** One that is not in the programme now. */
    private Optional<OrganiserView> organiser(Variant variant) {
        Set<Long> taken = partnerships.live().stream()
                .filter(each -> each.variant().equals(variant.key()))
                .map(PartnershipView::organiser)
                .collect(Collectors.toSet());
        return takingOver.owners().isEmpty() || variants.newest(VARIANT).isEmpty()
                ? Optional.empty()
                : directory.organisers().stream()
                        .filter(each -> !taken.contains(each.id()))
                        .filter(each -> !takingOver.units(each, variant).isEmpty())
                        .reduce((one, next) -> next);
    }

    private void take(OrganiserView organiser, Variant variant) {
        Period first = first(takingOver);
        Map<String, LocalDate> begun = variant.phases().stream()
                .collect(Collectors.toMap(
                        Phase::key,
                        phase -> first.plusTerms(variant.firstTerm(phase.key()))
                                .firstDayOfTerm()
                                .plusDays(14)));
        List<Long> units = takingOver.units(organiser, variant).stream()
                .sorted(Comparator.comparing((UnitView each) -> !each.has("COMPULSORY"))
                        .thenComparing(UnitView::id))
                .limit(UNITS)
                .map(UnitView::id)
                .toList();
        takingOver.takeOver(new TakeoverDraft(
                takingOver.owners().getFirst().id(),
                organiser.id(),
                variant.key(),
                first,
                first.firstDayOfTerm().plusDays(14),
                Set.copyOf(units),
                begun,
                new FreeText(messages.getMessage("partnership.closing.invented.taken", null, Words.SWEDISH), "")));
        directors.lead(organiser.id(), units);
    }
}
