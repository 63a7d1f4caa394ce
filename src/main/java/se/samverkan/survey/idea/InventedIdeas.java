package se.samverkan.survey.idea;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;
import se.samverkan.survey.collect.InventedAsking;
import se.samverkan.survey.idea.IdeaRound.Standing;
import se.samverkan.survey.idea.IdeaRounds.Put;

/** The demonstration's idea rounds, where its head teacher is in a case: one closed, one that is grouped, one being written. */
@Component
@Order(51)
class InventedIdeas implements InventedStory {

    private static final int IDEAS = 8;
    private static final int BALLOTS = 23;

    private final IdeaRounds rounds;
    private final IdeaAnswering answering;
    private final InventedAsking places;
    private final MessageSource messages;

    InventedIdeas(IdeaRounds rounds, IdeaAnswering answering, InventedAsking places, MessageSource messages) {
        this.rounds = rounds;
        this.answering = answering;
        this.places = places;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "idea-rounds";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : places.cases()) {
            List<Participant> units = places.ownFirst(rounds.units(partnership)).stream()
                    .filter(unit -> unit.level() == Level.SCHOOL)
                    .toList();
            if (!units.isEmpty()) {
                closed(partnership.id(), units.getFirst().unit());
                grouping(partnership.id(), units.getFirst().unit(), "question-2");
                written(partnership.id(), units.getFirst().unit(), "question-3");
                return;
            }
        }
    }

    private long written(long partnership, long unit, String question) {
        long id = rounds.open(partnership, unit, word(question), 3);
        for (int i = 1; i <= IDEAS; i++) {
            answering.write(rounds.round(id).code(), UUID.randomUUID(), word("idea-" + i));
        }
        return id;
    }

    private long grouping(long partnership, long unit, String question) {
        long id = written(partnership, unit, question);
        rounds.move(id, rounds.round(id).version(), Standing.GROUPING);
        List<Long> groups = List.of(rounds.addGroup(id, word("group-1")), rounds.addGroup(id, word("group-2")));
        List<Idea> ideas = rounds.ideas(rounds.round(id));
        Map<UUID, Put> put = new HashMap<>();
        for (int i = 0; i < ideas.size() - 2; i++) {
            put.put(ideas.get(i).id(), new Put(Optional.empty(), Optional.of(groups.get(i % 2))));
        }
        rounds.put(id, put);
        return id;
    }

    private void closed(long partnership, long unit) {
        long id = grouping(partnership, unit, "question-1");
        rounds.move(id, rounds.round(id).version(), Standing.VOTING);
        IdeaRound round = rounds.round(id);
        List<Long> groups = rounds.groups(round).stream().map(IdeaGroup::id).toList();
        for (int i = 0; i < BALLOTS; i++) {
            answering.vote(round.code(), UUID.randomUUID(), List.of(groups.get(i % 3 == 0 ? 1 : 0)));
        }
        rounds.move(id, round.version(), Standing.CLOSED);
    }

    private String word(String key) {
        return messages.getMessage("survey.invented." + key, null, Words.SWEDISH);
    }
}
