package se.samverkan.selection.invented;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.allotment.Grouping;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing.Stage;
import se.samverkan.statistics.InventedStory;

/**
 * The end of the demonstration's round by lot. The seed, the list and the draw are told in a step each, since each must stand
 * before the next begins.
 */
@Configuration(proxyBeanMethods = false)
class InventedRoundDraw {

    @Bean
    @Order(3)
    InventedStory inventedRoundList(SelectionRounds rounds, Allotting allotting) {
        return new Step(
                "selection-round-list",
                rounds,
                Stage.FROZEN,
                round -> allotting.freezeList(round, Grouping.ORGANISER_TYPE));
    }

    @Bean
    @Order(4)
    InventedStory inventedRoundLot(SelectionRounds rounds, Allotting allotting) {
        return new Step("selection-round-lot", rounds, Stage.LISTED, allotting::draw);
    }

    /** Goes on with the rounds that stand at a stage. */
    private record Step(String step, SelectionRounds rounds, Stage stage, Consumer<Long> deed)
            implements InventedStory {

        @Override
        public Role teller() {
            return Role.PROGRAMME_OFFICER;
        }

        @Override
        public void tell() {
            rounds.rounds().stream()
                    .map(RoundView::id)
                    .filter(round -> rounds.stage(round) == stage)
                    .forEach(deed);
        }
    }
}
