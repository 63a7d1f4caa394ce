package se.samverkan.survey.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
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
import se.samverkan.survey.ParticipationSource;
import se.samverkan.survey.ParticipationSource.Participation;

/**
 * The door to engagement. Those who keep a unit's staff list see its names and tick who took part in a step; what is kept of
 * that is how many of each team. The working group reads shares, while there is time to do something about them.
 */
@Component
public class Engagement {

    private final StoredStaff stored;
    private final Partnerships partnerships;
    private final List<ParticipationSource> sources;
    private final Rights rights;
    private final AuditTrail trail;

    Engagement(
            StoredStaff stored,
            Partnerships partnerships,
            ObjectProvider<ParticipationSource> sources,
            Rights rights,
            AuditTrail trail) {
        this.stored = stored;
        this.partnerships = partnerships;
        this.sources = sources.orderedStream().toList();
        this.rights = rights;
        this.trail = trail;
    }

    /** Whether engagement concerns the actor at all. */
    public boolean concernsActor() {
        return rights.allow(Verb.READ_ENGAGEMENT);
    }

    /** The units of a partnership whose engagement the actor reads. */
    @Transactional(readOnly = true)
    public List<Participant> units(PartnershipView partnership) {
        return units(partnership, Verb.READ_ENGAGEMENT);
    }

    /** Those whose staff list the actor keeps. */
    @Transactional(readOnly = true)
    public List<Participant> unitsKept(PartnershipView partnership) {
        return units(partnership, Verb.KEEP_STAFF_LIST);
    }

    private List<Participant> units(PartnershipView partnership, Verb verb) {
        if (!rights.allow(verb)) {
            return List.of();
        }
        Set<Long> mine = new HashSet<>(stored.units(verb.name()));
        return partnership.units().stream()
                .filter(each -> mine.contains(each.unit()))
                .toList();
    }

    @Transactional(readOnly = true)
    PartnershipView partnership(long id) {
        return partnerships.find(id).orElseThrow(Refusal::notSeen);
    }

    /** A unit whose staff list the actor keeps. */
    @Transactional(readOnly = true)
    Participant toKeep(PartnershipView partnership, String key) {
        Participant unit = partnership.units().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (!unitsKept(partnership).contains(unit)) {
            throw Refusal.notAllowed("refusal.verb.KEEP_STAFF_LIST");
        }
        return unit;
    }

    @Transactional(readOnly = true)
    List<StaffMember> staff(Participant unit) {
        rights.require(Verb.KEEP_STAFF_LIST);
        return stored.of(unit.unit());
    }

    @Transactional(readOnly = true)
    LocalDate today() {
        return stored.today();
    }

    /** How many of each team there are. */
    @Transactional(readOnly = true)
    public Map<String, Integer> teams(Participant unit) {
        rights.require(Verb.READ_ENGAGEMENT);
        return stored.teams(unit.unit());
    }

    /** Puts a list in the place of the one there was; whoever is not on it is deleted. */
    @Transactional
    void takeIn(PartnershipView partnership, String key, List<StaffMember> people) {
        Participant unit = toKeep(partnership, key);
        stored.hold(unit.unit());
        int before = stored.of(unit.unit()).size();
        stored.remove(unit.unit());
        people.forEach(each -> stored.add(unit.unit(), partnership.organiser(), each));
        trail.record(
                happening("staff-list.taken-in", unit, partnership).changing("staff-count", before, people.size()));
    }

    /**
     * Counts who took part in a step. Who that was is not kept.
     *
     * @param ticked the ids of those on the staff list who did
     */
    @Transactional
    void count(PartnershipView partnership, String key, String name, LocalDate day, Set<Long> ticked) {
        Participant unit = toKeep(partnership, key);
        if (day.isAfter(stored.today())) {
            throw Refusal.rule("survey.refusal.step-future");
        }
        Map<String, Integer> people = new TreeMap<>();
        Map<String, Integer> tookPart = new TreeMap<>();
        stored.of(unit.unit()).stream().filter(StaffMember::pedagogical).forEach(each -> {
            people.merge(each.team(), 1, Integer::sum);
            tookPart.merge(each.team(), ticked.contains(each.id()) ? 1 : 0, Integer::sum);
        });
        List<Shares.Share> shares = Shares.of(people, tookPart);
        if (shares.isEmpty()) {
            throw Refusal.rule("survey.refusal.step-few");
        }
        stored.addStep(partnership.id(), partnership.organiser(), unit.unit(), name, day, shares);
        trail.record(happening("engagement.counted", unit, partnership)
                .changing("title", null, name)
                .changing("day", null, day));
    }

    @Transactional
    void removeStep(PartnershipView partnership, String key, long step) {
        Participant unit = toKeep(partnership, key);
        if (stored.removeStep(partnership.id(), step)) {
            trail.record(happening("engagement.removed", unit, partnership));
        }
    }

    /** The steps that were removed and can be taken back, for 30 days. */
    @Transactional(readOnly = true)
    List<StoredStaff.Removed> removedSteps(PartnershipView partnership, Participant unit) {
        return unitsKept(partnership).contains(unit) ? stored.removedSteps(partnership.id(), unit.unit()) : List.of();
    }

    @Transactional
    void takeStepBack(PartnershipView partnership, String key, long removed) {
        Participant unit = toKeep(partnership, key);
        if (stored.takeStepBack(partnership.id(), unit.unit(), removed)) {
            trail.record(happening("engagement.taken-back", unit, partnership));
        }
    }

    /** The steps of a unit, the newest first: what was counted here, and what other rooms tell of attendance. */
    @Transactional(readOnly = true)
    List<CountedStep> steps(PartnershipView partnership, Participant unit) {
        rights.require(Verb.READ_ENGAGEMENT);
        List<CountedStep> steps = new ArrayList<>(stored.steps(partnership.id(), unit.unit()));
        steps.addAll(attended(partnership, unit));
        steps.sort(Comparator.comparing(CountedStep::day).reversed());
        return steps;
    }

    /** The steps that other rooms tell of; one to which nobody on the staff list came says nothing of the staff. */
    private List<CountedStep> attended(PartnershipView partnership, Participant unit) {
        List<Participation> told = sources.stream()
                .flatMap(source -> source.of(partnership.id(), unit.unit()).stream())
                .toList();
        if (told.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> people = stored.teams(unit.unit());
        Map<Integer, Map<String, Integer>> came = stored.tookPart(
                unit.unit(), told.stream().map(Participation::people).toList());
        return IntStream.range(0, told.size())
                .filter(came::containsKey)
                .mapToObj(each -> new CountedStep(
                        0,
                        told.get(each).name(),
                        told.get(each).day(),
                        Shares.of(people, came.getOrDefault(each, Map.of()))))
                .toList();
    }

    /** The work teams of a unit that have hardly taken part in any of its steps; none while no step has been counted. */
    @Transactional(readOnly = true)
    public List<String> teamsNotHeard(PartnershipView partnership, long unitId) {
        Optional<Participant> unit = units(partnership).stream()
                .filter(each -> each.unit() == unitId)
                .findFirst();
        List<CountedStep> steps = unit.map(each -> steps(partnership, each)).orElse(List.of());
        if (steps.isEmpty()) {
            return List.of();
        }
        Set<String> heard = steps.stream()
                .flatMap(step -> step.teams().stream())
                .filter(share -> !share.isHardlyAnybody())
                .map(Shares.Share::team)
                .collect(Collectors.toSet());
        return Shares.of(stored.teams(unitId), Map.of()).stream()
                .filter(share -> !share.isEverybody() && !heard.contains(share.team()))
                .map(Shares.Share::team)
                .toList();
    }

    private static Happening happening(String what, Participant unit, PartnershipView partnership) {
        return Happening.of(
                what, new Subject("unit", Long.toString(unit.unit()), unit.name()), partnership.organiser());
    }
}
