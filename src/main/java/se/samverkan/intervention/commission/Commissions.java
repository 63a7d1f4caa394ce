package se.samverkan.intervention.commission;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.commission.CommissionView.Part;
import se.samverkan.intervention.commission.CommissionView.Word;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to commissions that are given: the provider accepts, declines or counters with other terms; either
 * steps back with a reason. A provider sees what it has been asked and for whom, nothing else of the case.
 */
@Component
public class Commissions {

    private final StoredCommissions store;
    private final Partnerships partnerships;
    private final CommissionNotices notices;
    private final ObjectProvider<Delivered> delivered;
    private final Rights rights;
    private final AuditTrail trail;

    Commissions(
            StoredCommissions store,
            Partnerships partnerships,
            CommissionNotices notices,
            ObjectProvider<Delivered> delivered,
            Rights rights,
            AuditTrail trail) {
        this.store = store;
        this.partnerships = partnerships;
        this.notices = notices;
        this.delivered = delivered;
        this.rights = rights;
        this.trail = trail;
    }

    /** The commissions of a case that the actor knows of, the newest first. */
    @Transactional(readOnly = true)
    public List<CommissionView> ofPartnership(long partnership) {
        return store.ofPartnership(partnership);
    }

    /** Those of the actor's own organisation, for a provider; what waits first. */
    @Transactional(readOnly = true)
    public List<CommissionView> asked() {
        rights.require(Verb.ANSWER_COMMISSIONS);
        return store.asked();
    }

    @Transactional(readOnly = true)
    public CommissionView commission(long id) {
        if (!rights.allow(Verb.ANSWER_COMMISSIONS)) {
            rights.require(Verb.READ_PARTNERSHIP);
        }
        return store.find(id).orElseThrow(Refusal::notSeen);
    }

    /** For whom it is, as far as the actor may know: a provider all, an organiser itself. */
    @Transactional(readOnly = true)
    public List<Part> parts(CommissionView commission) {
        return store.parts(commission.id());
    }

    /** What both sides have said, in order. */
    @Transactional(readOnly = true)
    public List<Word> words(CommissionView commission) {
        return store.words(commission.id());
    }

    /**
     * Answers, counters, steps back: what a side says, and where the commission stands then.
     *
     * @param seen the version that was seen
     * @param terms the provider's own, where it counters
     */
    @Transactional
    public void act(long id, int seen, Deed deed, FreeText why, Optional<Terms> terms) {
        store.lock(id);
        CommissionView commission = commission(id);
        if (deed.side() == Side.PROVIDER ? !commission.answers() : !commission.gives()) {
            throw Refusal.notAllowed(
                    deed.side() == Side.PROVIDER ? "refusal.verb.ANSWER_COMMISSIONS" : "commission.refusal.not-yours");
        }
        if (!deed.canFollow(commission.standing())) {
            throw Refusal.rule("commission.refusal.answered." + commission.standing());
        }
        if (commission.version() != seen) {
            throw Refusal.rule("commission.refusal.changed");
        }
        if (deed.needsWords() && why.text().isBlank()) {
            throw Refusal.rule("commission.refusal.why");
        }
        if (deed == Deed.REPORT) {
            report(commission);
        }
        Terms now = now(commission, deed, terms);
        store.move(commission, deed.to(), now.first(), now.last());
        store.say(id, deed, why.text(), now.first(), now.last());
        trail.record(happening("deed." + deed, commission, deed.side())
                .changing("words", null, why.text().isBlank() ? null : why.text())
                .changing(
                        "commission-terms",
                        commission.first() + "–" + commission.last(),
                        now.first() + "–" + now.last())
                .changing("number-reason", null, why.numberReasonOrNull()));
        if (deed.side() == Side.PROVIDER) {
            notices.answered(id, commission.madeBy());
        } else {
            notices.given(id, commission.provider());
        }
    }

    /** Keeps what became of it in numbers, as it stands when the provider reports. */
    private void report(CommissionView commission) {
        Delivered.Summary summary = delivered.getObject().of(commission);
        if (summary.untold() > 0) {
            throw Refusal.rule("commission.refusal.untold", summary.untold());
        }
        store.report(commission.id(), summary);
    }

    /** What the last report told in numbers. */
    @Transactional(readOnly = true)
    public Optional<Delivered.Summary> reported(CommissionView commission) {
        return store.reported(commission.id());
    }

    /** Lets one at a time change what a commission is about, until the transaction ends. */
    @Transactional
    public void lock(long id) {
        store.lock(id);
    }

    /** From which term to which. */
    public record Terms(Period first, Period last) {}

    /** Who counters names terms; who insists goes back to what was asked for before. */
    private Terms now(CommissionView commission, Deed deed, Optional<Terms> terms) {
        Terms before = new Terms(commission.first(), commission.last());
        return switch (deed) {
            case COUNTER -> {
                Terms own = terms.orElseThrow(() -> Refusal.rule("commission.refusal.terms"));
                if (own.last().compareTo(own.first()) < 0) {
                    throw Refusal.rule("commission.refusal.backwards");
                }
                yield own;
            }
            case INSIST ->
                store.words(commission.id()).stream()
                        .filter(each -> each.deed() == Deed.GIVE)
                        .reduce((first, second) -> second)
                        .map(each -> new Terms(each.first(), each.last()))
                        .orElse(before);
            case GIVE, ACCEPT, DECLINE, STEP_BACK, AGREE, WITHDRAW, REPORT, ASK_MORE, CLOSE -> before;
        };
    }

    /** What a side has done with a commission, for its own log. */
    public Happening happening(String what, CommissionView commission, Side side) {
        long own = side == Side.PROVIDER
                ? commission.provider()
                : partnerships
                        .find(commission.partnership())
                        .orElseThrow(Refusal::notSeen)
                        .organiser();
        return happening(what, commission.id(), commission.title(), own);
    }

    static Happening happening(String what, long id, String title, long organisation) {
        return Happening.of("commission." + what, new Subject("commission", Long.toString(id), title), organisation);
    }
}
