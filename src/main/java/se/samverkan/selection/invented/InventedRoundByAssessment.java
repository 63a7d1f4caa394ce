package se.samverkan.selection.invented;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import se.samverkan.selection.assessment.AssessmentDraft;
import se.samverkan.selection.assessment.Assessments;
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
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's third round: two assess the schools most in need, blind to each other, and agree; the officer freezes,
 * chooses and proposes. The decision waits for whoever plays the decider.
 */
@Configuration(proxyBeanMethods = false)
class InventedRoundByAssessment {

    private static final String FORM = "COMPULSORY";
    private static final String RESULT = "gr9-passed-all";
    private static final int PLACES = 4;
    private static final int ASSESSED = 7;
    private static final int PER_ORGANISER = 2;
    private static final int YEARS = 3;
    private static final FreeText NOTHING = new FreeText("", "");

    private final SelectionRounds rounds;
    private final Assessments assessments;
    private final MessageSource messages;

    InventedRoundByAssessment(SelectionRounds rounds, Assessments assessments, MessageSource messages) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.messages = messages;
    }

    @Bean
    @Order(8)
    InventedStory inventedAssessedRound(
            CriteriaSetting criteria,
            Choosers choosers,
            Variants variants,
            CriterionCatalogue catalogue,
            Windows windows) {
        return new Step("selection-assessed-round", Role.PROGRAMME_OFFICER, 0, () -> {
            Period year = windows.schoolYears().getFirst();
            choosers.options().stream()
                    .findFirst()
                    .map(Option::value)
                    .flatMap(choosers::find)
                    .ifPresent(owner -> {
                        long round = rounds.open(owner, draft(year, variants));
                        for (Duty duty : Duty.values()) {
                            rounds.whoMayJoin(round, duty).forEach(person -> rounds.join(round, person.id(), duty));
                        }
                        criteria.set(round, 0, criterion(catalogue, RESULT, year, YEARS, Use.THRESHOLD, 70));
                        criteria.set(round, 1, criterion(catalogue, RESULT, year, YEARS, Use.WEIGHT, 1));
                        criteria.set(round, 2, criterion(catalogue, "salsa-parents-education", year, 1, Use.WEIGHT, 1));
                    });
        });
    }

    private RoundDraft draft(Period year, Variants variants) {
        return new RoundDraft(
                name(year),
                word("selection.invented.purpose"),
                variants.all().getFirst().key(),
                "VT " + (year.year() + 3),
                year,
                PER_ORGANISER,
                List.of(new FormPlaces(FORM, PLACES)));
    }

    private String name(Period year) {
        return word("selection.invented.assessed") + " " + (year.year() + 2);
    }

    private static Criterion criterion(
            CriterionCatalogue catalogue, String indicator, Period year, int years, Use use, double amount) {
        CriterionCatalogue.Line line = catalogue.find(FORM, indicator).orElseThrow();
        return new Criterion(0, FORM, line.kind(), indicator, year, years, line.needy(), use, amount);
    }

    @Bean
    @Order(9)
    InventedStory inventedFirstAssessor() {
        return new Step("selection-first-assessor", Role.ASSESSOR, 0, () -> mine(this::assess));
    }

    @Bean
    @Order(10)
    InventedStory inventedSecondAssessor() {
        return new Step(
                "selection-second-assessor",
                Role.ASSESSOR,
                1,
                () -> mine(round -> {
                    assess(round);
                    most(round)
                            .forEach(unit -> assessments.join(
                                    round, unit, 0, Conclusion.WITH_SUPPORT, words("selection.invented.reasons")));
                }));
    }

    private void assess(long round) {
        most(round)
                .forEach(unit -> assessments.save(
                        round,
                        unit,
                        0,
                        new AssessmentDraft(
                                Optional.of(Conclusion.WITH_SUPPORT), words("selection.invented.reasons"), true)));
    }

    /** The keys of the schools that come into question and are most in need. */
    private List<String> most(long round) {
        return assessments.inQuestion(round).stream()
                .filter(candidate -> candidate.need().index().isPresent())
                .sorted(Comparator.comparingDouble(
                        candidate -> -candidate.need().index().getAsDouble()))
                .limit(ASSESSED)
                .map(candidate -> candidate.unit().key())
                .toList();
    }

    @Bean
    @Order(11)
    InventedStory inventedChoice(Freezing freezing, Planning planning, Choosing choosing, Deciding deciding) {
        return new Step(
                "selection-choice",
                Role.PROGRAMME_OFFICER,
                0,
                () -> mine(round -> {
                    freezing.freeze(round);
                    planning.lock(round, 0, plan(rounds.round(round).lastYear()), "");
                    choosing.choose(round, chosen(choosing.needing(round)));
                    deciding.propose(
                            round,
                            words("selection.invented.decision.reasons"),
                            "SM 2027:201",
                            new Declaration(true, NOTHING));
                }));
    }

    private PlanDraft plan(Period year) {
        return new PlanDraft(
                Model.DIFFERENCE_IN_DIFFERENCES,
                List.of(new Outcome(RESULT, Direction.UP)),
                year,
                YEARS,
                word("selection.invented.hypothesis"));
    }

    /** The first units, as many as there are places, and never more of an organiser than the round allows. */
    private static Set<String> chosen(List<BasisUnit> needing) {
        return needing.stream()
                .collect(Collectors.groupingBy(unit -> unit.place().organiser()))
                .values()
                .stream()
                .flatMap(units -> units.stream().limit(PER_ORGANISER))
                .sorted(BasisUnit.BY_NEED)
                .limit(PLACES)
                .map(unit -> unit.form() + "/" + unit.key())
                .collect(Collectors.toSet());
    }

    private void mine(Consumer<Long> deed) {
        rounds.rounds().stream()
                .filter(round -> round.name().equals(name(round.lastYear())))
                .map(RoundView::id)
                .forEach(deed);
    }

    private FreeText words(String key) {
        return new FreeText(word(key), "");
    }

    private String word(String key) {
        return messages.getMessage(key, null, Words.SWEDISH);
    }

    /** A part of the story, told by one of those who play a role. */
    private record Step(String step, Role teller, int number, Runnable deed) implements InventedStory {

        @Override
        public void tell() {
            deed.run();
        }
    }
}
