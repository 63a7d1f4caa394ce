package se.samverkan.intervention.invented;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.Holders;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.intervention.catalogue.Catalogue;
import se.samverkan.intervention.catalogue.CatalogueQuery;
import se.samverkan.intervention.catalogue.EntryView;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.commission.CommissionDraft;
import se.samverkan.intervention.commission.Giving;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's programme officer has asked the university for three courses; see {@link InventedCourse} and {@link InventedCounter} for
 * what it answered. */
@Component
@Order(48)
class InventedCommission implements InventedStory {

    private static final int DAYS_TO_ANSWER = 21;
    private static final int MOST = 20;

    private final Giving giving;
    private final Catalogue catalogue;
    private final Partnerships partnerships;
    private final DemonstrationPeople people;
    private final Holders holders;
    private final MessageSource messages;
    private final Clock clock;

    InventedCommission(
            Giving giving,
            Catalogue catalogue,
            Partnerships partnerships,
            DemonstrationPeople people,
            Holders holders,
            MessageSource messages,
            Clock clock) {
        this.giving = giving;
        this.catalogue = catalogue;
        this.partnerships = partnerships;
        this.people = people;
        this.holders = holders;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "intervention-commission";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .filter(each -> each.standing() == Standing.RUNNING && giving.mayGive(each))
                .filter(each -> !schools(each).isEmpty())
                .min(Comparator.comparing((PartnershipView each) -> !isOfTheHeadTeacher(each))
                        .thenComparing(PartnershipView::id))
                .ifPresent(this::give);
    }

    /** Whether the head teacher whom the demonstration has works there, and so can tell who came. */
    private boolean isOfTheHeadTeacher(PartnershipView partnership) {
        return people.playing(Role.HEAD_TEACHER)
                .filter(head -> holders.of(Verb.NOTE_ATTENDANCE, partnership.organiser())
                        .contains(head))
                .isPresent();
    }

    private static List<Participant> schools(PartnershipView partnership) {
        return partnership.units().stream()
                .filter(each -> each.standing().isLive())
                .toList();
    }

    private void give(PartnershipView partnership) {
        catalogue.find(new CatalogueQuery("", Theme.COLLEGIAL_LEARNING.name(), "", "", ""), 1, MOST).stream()
                .filter(each -> each.provider().sort().equals("UNIVERSITY"))
                .findFirst()
                .ifPresent(entry -> give(partnership, entry, 0, schools(partnership)));
        for (Theme theme : List.of(Theme.LANGUAGE, Theme.SUBJECT_DIDACTICS)) {
            catalogue.find(new CatalogueQuery("", theme.name(), "", "", ""), 1, 1).stream()
                    .findFirst()
                    .ifPresent(entry -> give(
                            partnership, entry, 1, List.of(schools(partnership).getLast())));
        }
    }

    private void give(PartnershipView partnership, EntryView entry, int termsAhead, List<Participant> units) {
        LocalDate today = LocalDate.now(clock);
        Period next = Period.termOf(today).plusTerms(termsAhead);
        Period first = next.compareTo(partnership.firstTerm()) < 0 ? partnership.firstTerm() : next;
        CommissionDraft draft = new CommissionDraft(
                entry.provider().key(),
                Optional.of(entry.id()),
                entry.offer().title(),
                word("commission.invented.words"),
                first,
                first.plusTerms(1),
                today.plusDays(DAYS_TO_ANSWER),
                units.stream().map(Participant::unit).toList(),
                List.of(),
                word("commission.invented.areas"));
        giving.give(partnership.id(), draft, FreeText.NONE);
    }

    private String word(String key) {
        return new Words(messages, Words.SWEDISH).text(key);
    }
}
