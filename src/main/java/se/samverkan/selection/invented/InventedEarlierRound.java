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
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.allotment.Freezing;
import se.samverkan.selection.allotment.Grouping;
import se.samverkan.selection.allotment.PlanDraft;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Model;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.allotment.Subgroup;
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

/**
 * The demonstration's first round by lot, of so many years ago that what it led to is published: the one that is evaluated. Told after
 * all else, so that no other part of the story takes it for its own.
 */
@Configuration(proxyBeanMethods = false)
class InventedEarlierRound {

    private static final String FORM = "COMPULSORY";
    private static final int PLACES = 40;
    private static final int PER_ORGANISER = 4;
    private static final int YEARS = 3;
    private static final Declaration IMPARTIAL = new Declaration(true, FreeText.NONE);

    private final SelectionRounds rounds;
    private final Windows windows;
    private final MessageSource messages;

    InventedEarlierRound(SelectionRounds rounds, Windows windows, MessageSource messages) {
        this.rounds = rounds;
        this.windows = windows;
        this.messages = messages;
    }

    @Bean
    @Order(90)
    InventedStory inventedEarlierRoundOpened(
            CriteriaSetting criteria,
            CriterionCatalogue catalogue,
            Freezing freezing,
            Planning planning,
            Allotting allotting,
            Choosers choosers,
            Variants variants) {
        return new Step("selection-earlier-round", Role.PROGRAMME_OFFICER, () -> {
            Optional<Long> owner =
                    choosers.options().stream().findFirst().map(Option::value).flatMap(choosers::find);
            owner.ifPresent(chooser -> {
                long round =
                        rounds.open(chooser, draft(variants.all().getFirst().key()));
                CriterionCatalogue.Line line =
                        catalogue.find(FORM, "gr9-passed-all").orElseThrow();
                criteria.set(
                        round,
                        0,
                        new Criterion(
                                0, FORM, line.kind(), "gr9-passed-all", year(), YEARS, line.needy(), Use.WEIGHT, 1));
                int basis = freezing.freeze(round);
                planning.lock(round, 0, plan(freezing.units(round, basis)), "");
                allotting.commitSeed(round);
            });
        });
    }

    private Period year() {
        return Period.schoolYear(windows.schoolYears().getFirst().year() - YEARS);
    }

    private String name() {
        return word("selection.invented.earlier") + " " + (year().year() + 1);
    }

    private RoundDraft draft(String variant) {
        return new RoundDraft(
                name(),
                word("selection.invented.purpose"),
                variant,
                "HT " + (year().year() + 1),
                year(),
                PER_ORGANISER,
                List.of(new FormPlaces(FORM, PLACES)));
    }

    /** The subgroups part those whom the lot can choose in the middle, at one decimal. */
    private PlanDraft plan(List<BasisUnit> units) {
        List<BigDecimal> needs = units.stream()
                .flatMap(unit -> unit.need().stream())
                .sorted(Comparator.reverseOrder())
                .toList();
        BigDecimal middle = needs.get(Math.min(PLACES, needs.size() / 2)).setScale(1, RoundingMode.HALF_UP);
        return new PlanDraft(
                Model.PAIR_FIXED_EFFECTS,
                List.of(new Outcome("gr9-passed-all", Direction.UP), new Outcome("gr9-merit", Direction.UP)),
                year(),
                YEARS,
                word("selection.invented.hypothesis"),
                List.of(new Subgroup(Subgroup.By.NEED, Optional.of(middle))),
                true,
                Optional.empty());
    }

    @Bean
    @Order(91)
    InventedStory inventedEarlierList(Allotting allotting) {
        return step("selection-earlier-list", round -> allotting.freezeList(round, Grouping.NONE));
    }

    @Bean
    @Order(92)
    InventedStory inventedEarlierLot(Allotting allotting) {
        return step("selection-earlier-lot", allotting::draw);
    }

    @Bean
    @Order(93)
    InventedStory inventedEarlierProposal(Deciding deciding) {
        return step("selection-earlier-proposal", round -> {
            rounds.whoMayJoin(round, Duty.DECIDER).forEach(person -> rounds.join(round, person.id(), Duty.DECIDER));
            deciding.propose(round, words("selection.invented.decision.reasons"), "SM 2024:31", IMPARTIAL);
        });
    }

    @Bean
    @Order(94)
    InventedStory inventedEarlierDecision(Deciding deciding) {
        return new Step(
                "selection-earlier-decision",
                Role.DECIDER,
                () -> mine(round -> deciding.decide(round, 1, FreeText.NONE, IMPARTIAL)));
    }

    private InventedStory step(String step, Consumer<Long> deed) {
        return new Step(step, Role.PROGRAMME_OFFICER, () -> mine(deed));
    }

    private void mine(Consumer<Long> deed) {
        rounds.rounds().stream()
                .filter(round -> round.name().equals(name()))
                .map(RoundView::id)
                .forEach(deed);
    }

    private FreeText words(String key) {
        return new FreeText(word(key), "");
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
