package se.samverkan.selection.invented;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.programme.Variants;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.CriterionCatalogue;
import se.samverkan.selection.candidate.CriterionCatalogue.Line;
import se.samverkan.selection.candidate.Windows;
import se.samverkan.selection.round.Choosers;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's selection round: the invented programme officer opens it, gathers its people and sets criteria. */
@Component
@Order(1)
class InventedRound implements InventedStory {

    private static final int PLACES = 40;
    private static final int PER_ORGANISER = 3;
    private static final String FORM = "COMPULSORY";

    private final SelectionRounds rounds;
    private final CriteriaSetting criteria;
    private final Choosers choosers;
    private final Variants variants;
    private final CriterionCatalogue catalogue;
    private final Windows windows;
    private final MessageSource messages;

    InventedRound(
            SelectionRounds rounds,
            CriteriaSetting criteria,
            Choosers choosers,
            Variants variants,
            CriterionCatalogue catalogue,
            Windows windows,
            MessageSource messages) {
        this.rounds = rounds;
        this.criteria = criteria;
        this.choosers = choosers;
        this.variants = variants;
        this.catalogue = catalogue;
        this.windows = windows;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "selection-round";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        Period year = windows.schoolYears().getFirst();
        choosers.options().stream()
                .findFirst()
                .map(Option::value)
                .flatMap(choosers::find)
                .ifPresent(owner -> open(owner, year));
    }

    private void open(long owner, Period year) {
        long round = rounds.open(
                owner,
                new RoundDraft(
                        word("selection.invented.name") + " " + (year.year() + 1),
                        word("selection.invented.purpose"),
                        variants.all().getFirst().key(),
                        "VT " + (year.year() + 2),
                        year,
                        PER_ORGANISER,
                        List.of(new FormPlaces(FORM, PLACES))));
        for (Duty duty : List.of(Duty.ASSESSOR, Duty.DECIDER)) {
            rounds.whoMayJoin(round, duty).forEach(person -> rounds.join(round, person.id(), duty));
        }
        int version = 0;
        version = set(round, version, "gr9-passed-all", year, 3, Use.THRESHOLD, 70);
        version = set(round, version, "gr9-passed-all", year, 3, Use.WEIGHT, 2);
        version = set(round, version, "gr9-merit", year, 3, Use.WEIGHT, 1);
        version = set(round, version, "salsa-passed-deviation", year, 1, Use.WEIGHT, 1);
        set(round, version, "salsa-parents-education", year, 1, Use.WEIGHT, 1);
    }

    private int set(long round, int version, String indicator, Period year, int years, Use use, double amount) {
        Line line = catalogue.find(FORM, indicator).orElseThrow();
        Criterion criterion = new Criterion(0, FORM, line.kind(), indicator, year, years, line.needy(), use, amount);
        if (!windows.of(criterion).contains(year)) {
            return version;
        }
        criteria.set(round, version, criterion);
        return version + 1;
    }

    private String word(String key) {
        return messages.getMessage(key, null, Words.SWEDISH);
    }
}
