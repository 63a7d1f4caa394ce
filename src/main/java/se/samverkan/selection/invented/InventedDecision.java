package se.samverkan.selection.invented;

import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.selection.allotment.AllotmentView.Method;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.decision.Deciding;
import se.samverkan.selection.decision.Declaration;
import se.samverkan.selection.decision.OfferList.Reason;
import se.samverkan.selection.decision.Reserves;
import se.samverkan.selection.decision.Sharing;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** How the demonstration's round by lot ends: proposed by one, decided by another, shared, and one unit declines. */
@Configuration(proxyBeanMethods = false)
class InventedDecision {

    private static final Declaration IMPARTIAL = new Declaration(true, new FreeText("", ""));

    private final SelectionRounds rounds;
    private final Allotting allotting;
    private final Deciding deciding;
    private final MessageSource messages;

    InventedDecision(SelectionRounds rounds, Allotting allotting, Deciding deciding, MessageSource messages) {
        this.rounds = rounds;
        this.allotting = allotting;
        this.deciding = deciding;
        this.messages = messages;
    }

    @Bean
    @Order(5)
    InventedStory inventedProposal() {
        return new Step("selection-proposal", Role.PROGRAMME_OFFICER, round -> {
            for (Duty duty : java.util.List.of(Duty.DECIDER, Duty.REVEALER)) {
                rounds.whoMayJoin(round, duty).forEach(person -> rounds.join(round, person.id(), duty));
            }
            deciding.propose(round, words("reasons"), "SM 2027:118", IMPARTIAL);
        });
    }

    @Bean
    @Order(6)
    InventedStory inventedDecisionMade() {
        return new Step(
                "selection-decision",
                Role.DECIDER,
                round -> deciding.decide(round, 1, new FreeText("", ""), IMPARTIAL));
    }

    @Bean
    @Order(7)
    InventedStory inventedSharing(Sharing sharing, Reserves reserves) {
        return new Step("selection-sharing", Role.PROGRAMME_OFFICER, round -> {
            sharing.share(round, words("message"), true);
            allotting.allotment(round).stream()
                    .flatMap(allotment -> allotment.units().stream())
                    .filter(each -> each.part() == Part.OFFERED)
                    .skip(1)
                    .findFirst()
                    .ifPresent(
                            unit -> reserves.replace(round, unit.unit().unit(), Reason.DECLINED, new FreeText("", "")));
        });
    }

    private FreeText words(String key) {
        return new FreeText(messages.getMessage("selection.invented.decision." + key, null, Words.SWEDISH), "");
    }

    /** Goes on with the rounds whose places were drawn. */
    private final class Step implements InventedStory {

        private final String step;
        private final Role teller;
        private final Consumer<Long> deed;

        Step(String step, Role teller, Consumer<Long> deed) {
            this.step = step;
            this.teller = teller;
            this.deed = deed;
        }

        @Override
        public String step() {
            return step;
        }

        @Override
        public Role teller() {
            return teller;
        }

        @Override
        public void tell() {
            rounds.rounds().stream()
                    .map(RoundView::id)
                    .filter(round -> allotting
                            .method(round)
                            .filter(method -> method == Method.LOT)
                            .isPresent())
                    .forEach(deed);
        }
    }
}
