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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.closing.CaseClosing;
import se.samverkan.partnership.closing.LivingOn;
import se.samverkan.partnership.closing.Remaining;
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
 * In the demonstration one partnership has run its course and is closed with what lives on after it, and the one that was
 * discontinued is closed with what can be learned.
 */
@Component
@Order(66)
class InventedClosing implements InventedStory {

    private static final int YEARS_AGO = 1;

    private final TakingOver takingOver;
    private final Partnerships partnerships;
    private final CaseClosing closing;
    private final LivingOn livingOn;
    private final Directory directory;
    private final Variants variants;
    private final JdbcClient database;
    private final MessageSource messages;

    InventedClosing(
            TakingOver takingOver,
            Partnerships partnerships,
            CaseClosing closing,
            LivingOn livingOn,
            Directory directory,
            Variants variants,
            JdbcClient database,
            MessageSource messages) {
        this.takingOver = takingOver;
        this.partnerships = partnerships;
        this.closing = closing;
        this.livingOn = livingOn;
        this.directory = directory;
        this.variants = variants;
        this.database = database;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "partnership-closing";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        discontinued()
                .ifPresent(id ->
                        close(id, Map.of(), "discontinued", takingOver.today().minusDays(10)));
        Variant variant = takingOver.variant("ksbs");
        organiser(variant).ifPresent(organiser -> complete(take(organiser, variant)));
    }

    private Optional<Long> discontinued() {
        return database.sql("select min(id) from partnership.partnership where standing = 'DISCONTINUED'")
                .query(Long.class)
                .optional();
    }

    /** One that is not in the programme now. */
    private Optional<OrganiserView> organiser(Variant variant) {
        Set<Long> taken = partnerships.live().stream()
                .filter(each -> each.variant().equals(variant.key()))
                .map(PartnershipView::organiser)
                .collect(Collectors.toSet());
        return takingOver.owners().isEmpty() || variants.newest("ksbs").isEmpty()
                ? Optional.empty()
                : directory.organisers().stream()
                        .filter(each -> !taken.contains(each.id()))
                        .filter(each -> !takingOver.units(each, variant).isEmpty())
                        .reduce((one, next) -> next);
    }

    private long take(OrganiserView organiser, Variant variant) {
        Period first = Period.termOf(takingOver.today()).plusTerms(-variant.length() - 2 * YEARS_AGO);
        Map<String, LocalDate> begun = variant.phases().stream()
                .collect(Collectors.toMap(
                        Phase::key,
                        phase -> first.plusTerms(variant.firstTerm(phase.key()))
                                .firstDayOfTerm()
                                .plusDays(14)));
        return takingOver.takeOver(new TakeoverDraft(
                takingOver.owners().getFirst().id(),
                organiser.id(),
                variant.key(),
                first,
                first.firstDayOfTerm().plusDays(14),
                takingOver.units(organiser, variant).stream()
                        .sorted(Comparator.comparing(UnitView::id))
                        .limit(2)
                        .map(UnitView::id)
                        .collect(Collectors.toSet()),
                begun,
                new FreeText(word("taken"), "")));
    }

    private void complete(long id) {
        LocalDate day = takingOver.today().minusYears(YEARS_AGO).minusDays(20);
        for (String each : List.of("reading", "assistants")) {
            livingOn.plan(
                    id,
                    Optional.empty(),
                    new FreeText(word(each), ""),
                    new FreeText(word(each + ".owner"), ""),
                    each.equals("reading")
                            ? takingOver.today().minusDays(5)
                            : takingOver.today().plusMonths(4));
        }
        Map<String, String> waived = closing.conditions(partnerships.find(id).orElseThrow()).stream()
                .filter(each -> !each.isFulfilled() && each.waivable())
                .collect(Collectors.toMap(Remaining.Condition::condition, each -> word("waived")));
        close(id, waived, "completed", day);
    }

    private void close(long id, Map<String, String> waived, String words, LocalDate day) {
        PartnershipView view = partnerships.find(id).orElseThrow();
        closing.close(
                id,
                view.version(),
                new CaseClosing.Draft(
                        day, new FreeText(word(words), ""), word("mandate"), word(words + ".learned"), waived));
    }

    private String word(String key) {
        return messages.getMessage("partnership.closing.invented." + key, null, Words.SWEDISH);
    }
}
