package se.samverkan.selection.invented;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.programme.Variants;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.allotment.Freezing;
import se.samverkan.selection.allotment.PlanDraft;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Model;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.CriterionCatalogue;
import se.samverkan.selection.candidate.Windows;
import se.samverkan.selection.round.Choosers;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's second round, as far as a frozen list: the basis, the plan, the seed. {@link InventedRoundDraw} draws. */
@Component
@Order(2)
class InventedRoundByLot implements InventedStory {

    private static final String FORM = "COMPULSORY";
    private static final int PLACES = 12;
    private static final int PER_ORGANISER = 4;
    private static final int YEARS = 3;

    private final SelectionRounds rounds;
    private final CriteriaSetting criteria;
    private final Freezing freezing;
    private final Planning planning;
    private final Allotting allotting;
    private final Choosers choosers;
    private final Variants variants;
    private final CriterionCatalogue catalogue;
    private final Windows windows;
    private final MessageSource messages;

    InventedRoundByLot(
            SelectionRounds rounds,
            CriteriaSetting criteria,
            Freezing freezing,
            Planning planning,
            Allotting allotting,
            Choosers choosers,
            Variants variants,
            CriterionCatalogue catalogue,
            Windows windows,
            MessageSource messages) {
        this.rounds = rounds;
        this.criteria = criteria;
        this.freezing = freezing;
        this.planning = planning;
        this.allotting = allotting;
        this.choosers = choosers;
        this.variants = variants;
        this.catalogue = catalogue;
        this.windows = windows;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "selection-round-by-lot";
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
                .ifPresent(owner -> prepare(owner, year));
    }

    private void prepare(long owner, Period year) {
        long round = rounds.open(
                owner,
                new RoundDraft(
                        word("selection.invented.lot") + " " + (year.year() + 1),
                        word("selection.invented.purpose"),
                        variants.all().getFirst().key(),
                        "HT " + (year.year() + 2),
                        year,
                        PER_ORGANISER,
                        List.of(new FormPlaces(FORM, PLACES))));
        set(round, 0, "gr9-passed-all", year, YEARS, 2);
        set(round, 1, "salsa-parents-education", year, 1, 1);
        freezing.freeze(round);
        planning.lock(
                round,
                0,
                new PlanDraft(
                        Model.PAIR_FIXED_EFFECTS,
                        List.of(new Outcome("gr9-passed-all", Direction.UP), new Outcome("gr9-merit", Direction.UP)),
                        year,
                        YEARS,
                        word("selection.invented.hypothesis")),
                "");
        allotting.commitSeed(round);
    }

    private void set(long round, int version, String indicator, Period year, int years, double weight) {
        CriterionCatalogue.Line line = catalogue.find(FORM, indicator).orElseThrow();
        criteria.set(
                round,
                version,
                new Criterion(0, FORM, line.kind(), indicator, year, years, line.needy(), Use.WEIGHT, weight));
    }

    private String word(String key) {
        return messages.getMessage(key, null, Words.SWEDISH);
    }
}
