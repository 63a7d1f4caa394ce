package se.samverkan.survey.idea;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.idea.IdeaRound.Standing;

/** The door to idea rounds for whoever leads them. What phones write comes through another ({@link IdeaAnswering}). */
@Component
public class IdeaRounds {

    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_GROUP = 120;
    private static final int FEWEST_GROUPS = 2;

    private final StoredIdeas stored;
    private final Partnerships partnerships;
    private final Rights rights;
    private final AuditTrail trail;

    IdeaRounds(StoredIdeas stored, Partnerships partnerships, Rights rights, AuditTrail trail) {
        this.stored = stored;
        this.partnerships = partnerships;
        this.rights = rights;
        this.trail = trail;
    }

    /** Whether idea rounds concern the actor at all. */
    public boolean concernActor() {
        return rights.allow(Verb.LEAD_IDEA_ROUNDS);
    }

    /** The units of a partnership at which the actor leads idea rounds. */
    @Transactional(readOnly = true)
    public List<Participant> units(PartnershipView partnership) {
        if (!rights.allow(Verb.LEAD_IDEA_ROUNDS)) {
            return List.of();
        }
        Set<Long> mine = new HashSet<>(stored.units(partnership.id()));
        return partnership.units().stream()
                .filter(each -> mine.contains(each.unit()))
                .toList();
    }

    /** Those of a partnership: what goes on first, then the newest. */
    @Transactional(readOnly = true)
    public List<IdeaRound> ofPartnership(long partnership) {
        rights.require(Verb.LEAD_IDEA_ROUNDS);
        return stored.ofPartnership(partnership);
    }

    @Transactional(readOnly = true)
    public IdeaRound round(long id) {
        rights.require(Verb.LEAD_IDEA_ROUNDS);
        return stored.find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    List<Idea> ideas(IdeaRound round) {
        return stored.ideas(round.id());
    }

    /** Its groups; once it is closed, those with most votes first. */
    @Transactional(readOnly = true)
    public List<IdeaGroup> groups(IdeaRound round) {
        return stored.groups(round);
    }

    /** How many have voted. */
    @Transactional(readOnly = true)
    int ballots(IdeaRound round) {
        return round.standing() == Standing.VOTING ? stored.ballots(round.id()) : 0;
    }

    /** Opens one: from now on whoever has the link can write. */
    @Transactional
    public long open(long partnershipId, long unit, String question, int votes) {
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        Participant participant = units(partnership).stream()
                .filter(each -> each.unit() == unit)
                .findFirst()
                .orElseThrow(() -> Refusal.notAllowed("refusal.verb.LEAD_IDEA_ROUNDS"));
        if (!partnership.standing().isLive()) {
            throw Refusal.rule("survey.refusal.case-ended");
        }
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            throw Refusal.rule("survey.refusal.idea-question");
        }
        long id = stored.add(partnership, unit, question, votes);
        trail.record(happening("idea-round.opened", round(id)).changing("unit", null, participant.name()));
        return id;
    }

    /**
     * Goes on to the next standing, or back from grouping to writing.
     *
     * @throws Refusal when it is not next, or there is too little to vote on
     */
    @Transactional
    public void move(long id, int seen, Standing next) {
        IdeaRound round = round(id);
        if (!round.standing().mayBecome(next)) {
            throw round.version() == seen ? Refusal.rule("survey.refusal.idea-standing") : Refusal.stale();
        }
        if (next == Standing.VOTING && stored.groups(round).size() < FEWEST_GROUPS) {
            throw Refusal.rule("survey.refusal.idea-groups");
        }
        if (round.version() != seen || !stored.move(round, next)) {
            throw Refusal.stale();
        }
        trail.record(happening("idea-round.moved", round).changing("idea-standing", round.standing(), next));
    }

    /** Adds a group. */
    @Transactional
    public long addGroup(long id, String name) {
        IdeaRound round = toGroup(id);
        if (name.isBlank() || name.length() > LONGEST_GROUP) {
            throw Refusal.rule("survey.refusal.idea-group");
        }
        long group = stored.addGroup(round.id(), name);
        trail.record(happening("idea-round.group-added", round).changing("name", null, name));
        return group;
    }

    @Transactional
    public void removeGroup(long id, long group) {
        IdeaRound round = toGroup(id);
        if (!stored.removeGroup(round.id(), group)) {
            throw Refusal.rule("survey.refusal.idea-group-used");
        }
        trail.record(happening("idea-round.group-removed", round));
    }

    /** The groups that were removed and can be taken back, for 30 days. */
    @Transactional(readOnly = true)
    List<IdeaGroup> removedGroups(IdeaRound round) {
        return round.standing() == Standing.GROUPING ? stored.removedGroups(round.id()) : List.of();
    }

    @Transactional
    public void takeGroupBack(long id, long removed) {
        IdeaRound round = toGroup(id);
        if (stored.takeGroupBack(round.id(), removed)) {
            trail.record(happening("idea-round.group-taken-back", round));
        }
    }

    /** Where an idea is to be put: from the group that it was seen in to another, or to none. */
    record Put(Optional<Long> seen, Optional<Long> group) {}

    /** Puts ideas into groups; what somebody else has put elsewhere meanwhile makes this stale. */
    @Transactional
    public void put(long id, Map<UUID, Put> ideas) {
        IdeaRound round = toGroup(id);
        Set<Long> groups =
                new HashSet<>(stored.groups(round).stream().map(IdeaGroup::id).toList());
        ideas.forEach((idea, put) -> {
            if (put.group().isPresent() && !groups.contains(put.group().get())) {
                throw Refusal.stale();
            }
            if (!stored.put(idea, id, put.seen(), put.group())) {
                throw Refusal.stale();
            }
        });
        if (!ideas.isEmpty()) {
            trail.record(happening("idea-round.grouped", round).changing("ideas", null, ideas.size()));
        }
    }

    /** Those that were removed and can be taken back, for 30 days. */
    @Transactional(readOnly = true)
    List<Idea> removed(IdeaRound round) {
        return round.standing() == Standing.GROUPING ? stored.removed(round.id()) : List.of();
    }

    /** Takes an idea back, into no group. */
    @Transactional
    public void takeBack(long id, UUID idea) {
        IdeaRound round = toGroup(id);
        if (stored.takeBack(idea, id)) {
            trail.record(happening("idea-round.idea-taken-back", round));
        }
    }

    /** Removes an idea, because it names somebody or came by mistake; the log does not repeat it. */
    @Transactional
    public void remove(long id, UUID idea) {
        IdeaRound round = round(id);
        if (round.standing() == Standing.CLOSED) {
            throw Refusal.rule("survey.refusal.idea-standing");
        }
        if (stored.remove(idea, id)) {
            trail.record(happening("idea-round.idea-removed", round));
        }
    }

    private IdeaRound toGroup(long id) {
        IdeaRound round = round(id);
        if (round.standing() != Standing.GROUPING) {
            throw Refusal.rule("survey.refusal.idea-standing");
        }
        return round;
    }

    private static Happening happening(String what, IdeaRound round) {
        return Happening.of(
                what, new Subject("idea-round", Long.toString(round.id()), round.question()), round.organiser());
    }
}
