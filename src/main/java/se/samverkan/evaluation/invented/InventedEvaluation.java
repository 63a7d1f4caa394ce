package se.samverkan.evaluation.invented;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.evaluation.run.Design;
import se.samverkan.evaluation.run.Evaluations;
import se.samverkan.evaluation.run.Finishing;
import se.samverkan.evaluation.run.Question;
import se.samverkan.selection.EvaluableRounds.By;
import se.samverkan.selection.EvaluableRounds.Known;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's evaluation: the newest decided round by lot whose outcomes are published, by its plan with its subgroups and the dose,
 * and beside it; all rounds of its programme together; and the one in which a threshold decided. Nothing was built into the invented figures for the support to find, so the honest answer is that no difference is seen.
 */
@Configuration(proxyBeanMethods = false)
class InventedEvaluation {

    @Bean
    @Order(96)
    InventedStory inventedEvaluationsAsked(Evaluations evaluations, MessageSource messages) {
        return new Step(
                "evaluation-asked",
                () -> newest(evaluations, By.LOT).ifPresent(round -> {
                    newest(evaluations, By.THRESHOLD).ifPresent(other -> evaluations.askPlanned(other.id()));
                    evaluations.askPlanned(round.id());
                    if (evaluations.designs(round).contains(Design.PROGRAMME)) {
                        beside(evaluations, round, Design.PROGRAMME, messages, "evaluation.invented.why.all");
                    }
                    beside(evaluations, round, Design.CANDIDATES, messages, "evaluation.invented.why");
                }));
    }

    /** The first lot is told last in the demonstration, so it is the newest of those that the evaluator may read. */
    private static Optional<Known> newest(Evaluations evaluations, By by) {
        return evaluations.rounds().stream().filter(round -> round.by() == by).max(Comparator.comparingLong(Known::id));
    }

    private static void beside(
            Evaluations evaluations, Known round, Design design, MessageSource messages, String why) {
        FreeText words = new FreeText(messages.getMessage(why, null, Words.SWEDISH), "");
        evaluations.askBeside(round.id(), new Question(design, List.of("gr9-merit"), false, words));
    }

    @Bean
    @Order(97)
    InventedStory inventedEvaluationsComputed(Finishing finishing) {
        return new Step("evaluation-computed", finishing::finishAll);
    }

    private record Step(String step, Runnable deed) implements InventedStory {

        @Override
        public Role teller() {
            return Role.EVALUATOR;
        }

        @Override
        public void tell() {
            deed.run();
        }
    }
}
