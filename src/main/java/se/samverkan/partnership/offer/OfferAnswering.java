package se.samverkan.partnership.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.offer.Offer.Approval;
import se.samverkan.partnership.offer.Offer.Asked;
import se.samverkan.partnership.offer.Offer.OfferedUnit;
import se.samverkan.shared.Refusal;

/**
 * The door for those who are asked: a yes or a no for each unit, in the role that the programme variant asks for. Everybody
 * answers for the own units only, once; two roles that are asked are two people.
 */
@Component
public class OfferAnswering {

    private final Offers offers;
    private final StoredOffers store;
    private final StoredAnswers answers;
    private final Course course;
    private final Rights rights;
    private final OfferTrail trail;
    private final OfferNotices notices;

    OfferAnswering(
            Offers offers,
            StoredOffers store,
            StoredAnswers answers,
            Course course,
            Rights rights,
            OfferTrail trail,
            OfferNotices notices) {
        this.offers = offers;
        this.store = store;
        this.answers = answers;
        this.course = course;
        this.rights = rights;
        this.trail = trail;
        this.notices = notices;
    }

    /** What of an offer waits for the actor, with the role that makes it so, by the id of the offer to the unit. */
    @Transactional(readOnly = true)
    public Map<Long, Role> waitingForActor(Offer offer) {
        if (!rights.allow(Verb.ANSWER_OFFER)) {
            return Map.of();
        }
        Map<Long, List<String>> roles = store.answerable(offer.id());
        return offer.units().stream()
                .filter(OfferedUnit::isWaiting)
                .filter(unit -> roleOf(unit, roles).isPresent())
                .collect(java.util.stream.Collectors.toMap(
                        OfferedUnit::id, unit -> roleOf(unit, roles).orElseThrow()));
    }

    /** The units of an offer for which the actor is asked at all, answered or not. */
    @Transactional(readOnly = true)
    public List<OfferedUnit> askedOfActor(Offer offer) {
        if (!rights.allow(Verb.ANSWER_OFFER)) {
            return List.of();
        }
        Map<Long, List<String>> roles = store.answerable(offer.id());
        return offer.units().stream()
                .filter(unit -> !mine(unit, roles).isEmpty())
                .toList();
    }

    /**
     * Answers for some units; what is not answered goes on waiting.
     *
     * @throws Refusal of {@code STALE} where somebody else has answered otherwise in the same role
     */
    @Transactional
    public void answer(long id, List<Answer> given, Mandate mandate) {
        rights.require(Verb.ANSWER_OFFER);
        course.locked(offers.offer(id).partnership());
        Offer offer = offers.offer(id);
        if (given.isEmpty()) {
            throw Refusal.rule("partnership.offer.refusal.no-answer");
        }
        Map<Long, List<String>> roles = store.answerable(id);
        boolean changed = false;
        for (Answer answer : given) {
            OfferedUnit unit = offer.unit(answer.unit()).orElseThrow(Refusal::notSeen);
            answer.check();
            if (!isSaidAlready(unit, answer, roles)) {
                say(offer, unit, answer, mandate, roles);
                changed = true;
            }
        }
        if (changed) {
            notices.answered(offer);
        }
    }

    /** Whether a role of the actor's has said just this; what it has said otherwise is somebody else's, and stands. */
    private static boolean isSaidAlready(OfferedUnit unit, Answer answer, Map<Long, List<String>> roles) {
        List<Asked> mine = mine(unit, roles);
        if (mine.isEmpty()) {
            throw Refusal.notAllowed("partnership.offer.refusal.not-asked", unit.name());
        }
        List<Approval> said =
                mine.stream().flatMap(each -> each.approval().stream()).toList();
        boolean open = roleOf(unit, roles).isPresent() && unit.isWaiting();
        if (open || said.isEmpty()) {
            return false;
        }
        if (said.stream().anyMatch(answer::says)) {
            return true;
        }
        if (said.size() < mine.size() && unit.isWaiting()) {
            throw Refusal.rule("partnership.offer.refusal.two-people", unit.name());
        }
        throw Refusal.stale();
    }

    private void say(Offer offer, OfferedUnit unit, Answer answer, Mandate mandate, Map<Long, List<String>> roles) {
        requireOpen(offer, unit);
        Role role = roleOf(unit, roles).orElseThrow(Refusal::stale);
        boolean needsMandate = unit.asked(role).filter(Asked::mandate).isPresent();
        if (needsMandate) {
            mandate.check(offers.today());
        }
        answers.add(unit.id(), role, answer, needsMandate ? mandate : Mandate.NONE);
        Standing after = answers.conclude(unit.id());
        trail.record(
                answer.yes() ? "accepted" : "declined",
                offer,
                happening -> happening
                        .changing("unit", null, unit.name())
                        .changing("role", null, role)
                        .changing("offer-reason", null, answer.reason().orElse(null))
                        .changing("words", null, blankAsNone(answer.words().text()))
                        .changing("mandate", null, blankAsNone(needsMandate ? mandate.of() : ""))
                        .changing("number-reason", null, answer.words().numberReasonOrNull())
                        .changing("partnership.standing", unit.standing(), after));
    }

    /** @throws Refusal saying why nothing is waited for any more, and what to do */
    private void requireOpen(Offer offer, OfferedUnit unit) {
        String officer = offer.sent().map(Offer.Deed::by).orElse("");
        if (unit.standing() == Standing.LAPSED || offer.lastDay().isBefore(offers.today())) {
            throw Refusal.rule(
                    "partnership.offer.refusal.day-passed",
                    offer.lastDay(),
                    officer,
                    offer.owner().name());
        }
        if (!unit.isWaiting()) {
            throw Refusal.rule("partnership.offer.refusal.answered." + unit.standing(), unit.name(), officer);
        }
    }

    /**
     * Takes back a yes before the start.
     *
     * @param key the key of the unit
     */
    @Transactional
    public void takeBack(long id, String key, Answer why) {
        rights.require(Verb.ANSWER_OFFER);
        course.locked(offers.offer(id).partnership());
        Offer offer = offers.offer(id);
        OfferedUnit unit = offer.unit(key).orElseThrow(Refusal::notSeen);
        if (mine(unit, store.answerable(id)).isEmpty()) {
            throw Refusal.notAllowed("partnership.offer.refusal.not-asked", unit.name());
        }
        why.check();
        AnswerReason reason = why.reason().orElseThrow(() -> Refusal.rule("partnership.offer.refusal.reason"));
        if (!answers.takeBack(unit.id(), reason, why.words().text())) {
            throw Refusal.rule(
                    "partnership.offer.refusal.take-back",
                    unit.name(),
                    offer.owner().name());
        }
        trail.record(
                "taken-back",
                offer,
                happening -> happening
                        .changing("unit", null, unit.name())
                        .changing("offer-reason", null, reason)
                        .changing("words", null, blankAsNone(why.words().text()))
                        .changing("number-reason", null, why.words().numberReasonOrNull()));
        notices.answered(offer);
    }

    /** The yeses about a unit that the actor's roles are asked for. */
    private static List<Asked> mine(OfferedUnit unit, Map<Long, List<String>> roles) {
        List<String> held = roles.getOrDefault(unit.id(), List.of());
        return unit.asked().stream()
                .filter(each -> held.contains(each.role().name()))
                .toList();
    }

    /** The role in which the actor can answer now: one that nobody has answered in, if the actor has not answered in another. */
    private static Optional<Role> roleOf(OfferedUnit unit, Map<Long, List<String>> roles) {
        long actor = Actor.current().person();
        boolean hasAnswered = unit.asked().stream()
                .flatMap(each -> each.approval().stream())
                .anyMatch(each -> each.given().person() == actor);
        return mine(unit, roles).stream()
                .filter(each -> !hasAnswered && each.approval().isEmpty())
                .map(Asked::role)
                .findFirst();
    }

    private static @org.jspecify.annotations.Nullable String blankAsNone(String text) {
        return text.isBlank() ? null : text;
    }
}
