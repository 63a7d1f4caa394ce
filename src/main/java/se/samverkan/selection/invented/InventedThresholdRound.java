package se.samverkan.selection.invented;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.programme.Variants;
import se.samverkan.selection.allotment.Choosing;
import se.samverkan.selection.allotment.Freezing;
import se.samverkan.selection.allotment.PlanDraft;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Model;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.CriterionCatalogue;
import se.samverkan.selection.candidate.Windows;
import se.samverkan.selection.decision.Deciding;
import se.samverkan.selection.decision.Declaration;
import se.samverkan.selection.round.Choosers;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's round in which a threshold decided, of so many years ago that what it led to is published. */
@Configuration(proxyBeanMethods = false)
class InventedThresholdRound {

    private static final String FORM = "COMPULSORY";
    private static final String RESULT = "gr9-merit";
    private static final int PLACES = 80;
    private static final int YEARS = 3;
    private static final Declaration IMPARTIAL = new Declaration(true, FreeText.NONE);

    private final SelectionRounds rounds;
    private final Windows windows;
    private final MessageSource messages;

    InventedThresholdRound(SelectionRounds rounds, Windows windows, MessageSource messages) {
        this.rounds = rounds;
        this.windows = windows;
        this.messages = messages;
    }

    @Bean
    @Order(95)
    InventedStory inventedThresholdReached(
            CriteriaSetting criteria,
            CriterionCatalogue catalogue,
            Freezing freezing,
            Planning planning,
            Choosing choosing,
            Deciding deciding,
            Choosers choosers,
            Variants variants) {
        return new Step("selection-threshold-round", Role.PROGRAMME_OFFICER, () -> {
            Optional<Long> owner =
                    choosers.options().stream().findFirst().map(Option::value).flatMap(choosers::find);
            owner.ifPresent(chooser -> {
                long round =
                        rounds.open(chooser, draft(variants.all().getFirst().key()));
                CriterionCatalogue.Line line = catalogue.find(FORM, RESULT).orElseThrow();
                criteria.set(
                        round,
                        0,
                        new Criterion(0, FORM, line.kind(), RESULT, year(), YEARS, line.needy(), Use.WEIGHT, 1));
                int basis = freezing.freeze(round);
                planning.lock(round, 0, plan(freezing.units(round, basis)), "");
                choosing.chooseByThreshold(round);
                rounds.whoMayJoin(round, Duty.DECIDER).forEach(person -> rounds.join(round, person.id(), Duty.DECIDER));
                deciding.propose(
                        round, new FreeText(word("selection.invented.decision.reasons"), ""), "SM 2023:18", IMPARTIAL);
            });
        });
    }

    private Period year() {
        return Period.schoolYear(windows.schoolYears().getFirst().year() - YEARS - 1);
    }

    private String name() {
        return word("selection.invented.threshold") + " " + (year().year() + 1);
    }

    private RoundDraft draft(String variant) {
        return new RoundDraft(
                name(),
                word("selection.invented.purpose"),
                variant,
                "HT " + (year().year() + 1),
                year(),
                null,
                List.of(new FormPlaces(FORM, PLACES)));
    }

    /** The threshold lies where not more units than there are places reach it, at one decimal. */
    private PlanDraft plan(List<BasisUnit> units) {
        List<BigDecimal> needs = units.stream()
                .filter(BasisUnit::isDecidedByNeed)
                .flatMap(unit -> unit.need().stream())
                .sorted(Comparator.reverseOrder())
                .toList();
        return new PlanDraft(
                Model.DISCONTINUITY,
                List.of(new Outcome(RESULT, Direction.UP)),
                year(),
                YEARS,
                word("selection.invented.hypothesis"),
                List.of(),
                false,
                Optional.of(needs.get(Math.min(PLACES, needs.size() / 3)).setScale(1, RoundingMode.CEILING)));
    }

    @Bean
    @Order(96)
    InventedStory inventedThresholdDecision(Deciding deciding) {
        Consumer<Long> decide = round -> deciding.decide(round, 1, FreeText.NONE, IMPARTIAL);
        return new Step(
                "selection-threshold-decision",
                Role.DECIDER,
                () -> rounds.rounds().stream()
                        .filter(round -> round.name().equals(name()))
                        .map(RoundView::id)
                        .forEach(decide));
    }

    private String word(String key) {
        return messages.getMessage(key, null, Words.SWEDISH);
    }

    /** A part of the story, told by somebody who plays a role. */
    private record Step(String step, Role teller, Runnable deed) implements InventedStory {

        @Override
        public void tell() {
            deed.run();
        }
    }
}
