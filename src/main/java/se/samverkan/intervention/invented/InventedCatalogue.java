package se.samverkan.intervention.invented;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.catalogue.ActingLevel;
import se.samverkan.intervention.catalogue.Catalogue;
import se.samverkan.intervention.catalogue.EntryDraft;
import se.samverkan.intervention.catalogue.EvidenceBase;
import se.samverkan.intervention.catalogue.Language;
import se.samverkan.intervention.catalogue.ProviderView;
import se.samverkan.intervention.catalogue.Shape;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.catalogue.WorkForm;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's university offers packages and single interventions, with room in the terms to come. */
@Component
@Order(46)
class InventedCatalogue implements InventedStory {

    private final Catalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    InventedCatalogue(Catalogue catalogue, MessageSource messages, Clock clock) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "intervention-catalogue";
    }

    @Override
    public Role teller() {
        return Role.UNIVERSITY_COORDINATOR;
    }

    @Override
    public void tell() {
        catalogue.providers().stream()
                .filter(each -> each.mine() && each.sort().equals("UNIVERSITY"))
                .findFirst()
                .ifPresent(this::offer);
    }

    private void offer(ProviderView university) {
        add(
                university,
                1,
                Shape.PACKAGE,
                ActingLevel.LEADERSHIP,
                Set.of(Theme.IMPROVEMENT_CAPACITY),
                WorkForm.COURSE,
                4);
        add(university, 2, Shape.SINGLE, ActingLevel.TEACHING, Set.of(Theme.LANGUAGE), WorkForm.WORKSHOPS, 2);
        add(
                university,
                3,
                Shape.SINGLE,
                ActingLevel.TEACHING,
                Set.of(Theme.SUBJECT_DIDACTICS),
                WorkForm.SUPERVISION,
                2);
        add(
                university,
                4,
                Shape.PACKAGE,
                ActingLevel.TEACHING,
                Set.of(Theme.COLLEGIAL_LEARNING, Theme.ASSESSMENT),
                WorkForm.NETWORK,
                3);
        add(university, 5, Shape.SINGLE, ActingLevel.ORGANISER, Set.of(Theme.ABSENCE), WorkForm.LECTURE, 1);
    }

    private void add(
            ProviderView university,
            int number,
            Shape shape,
            ActingLevel level,
            Set<Theme> themes,
            WorkForm work,
            int terms) {
        Period now = Period.termOf(LocalDate.now(clock));
        TreeMap<Period, Integer> room = new TreeMap<>();
        room.put(now.plusTerms(1), number % 3);
        room.put(now.plusTerms(2), 1 + number % 4);
        EntryDraft draft = new EntryDraft(
                "LU-" + number,
                word(number, "title"),
                shape,
                Set.of(level),
                themes,
                List.of(),
                work,
                terms,
                OptionalInt.of(20 * terms),
                room,
                List.of(),
                number % 2 == 0,
                Set.of(Language.SWEDISH),
                number == 3 ? EvidenceBase.PROVEN_EXPERIENCE : EvidenceBase.RESEARCH,
                word(number, "research"),
                word(number, "words"),
                word(number, "said"),
                true);
        catalogue.add(university, draft, FreeText.NONE);
    }

    private String word(int number, String what) {
        return new Words(messages, Words.SWEDISH).text("intervention.invented." + number + "." + what);
    }
}
