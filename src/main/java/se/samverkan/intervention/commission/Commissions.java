package se.samverkan.intervention.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.actionplan.PlanAreas;
import se.samverkan.intervention.catalogue.Catalogue;
import se.samverkan.intervention.catalogue.ProviderView;
import se.samverkan.intervention.commission.CommissionView.Part;
import se.samverkan.intervention.commission.CommissionView.Word;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.intervention.commission.Deed.Standing;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to commissions. Whoever keeps a case moving gives them; the provider accepts, declines or counters with other terms; either
 * steps back with a reason. A provider sees what it has been asked and for whom, nothing else of the case.
 */
@Component
public class Commissions {

    private final StoredCommissions store;
    private final Partnerships partnerships;
    private final Catalogue catalogue;
    private final CommissionNotices notices;
    private final PlanAreas areas;
    private final ObjectProvider<Delivered> delivered;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Commissions(
            StoredCommissions store,
            Partnerships partnerships,
            Catalogue catalogue,
            CommissionNotices notices,
            PlanAreas areas,
            ObjectProvider<Delivered> delivered,
            Rights rights,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.partnerships = partnerships;
        this.catalogue = catalogue;
        this.notices = notices;
        this.areas = areas;
        this.delivered = delivered;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
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

    @Transactional(readOnly = true)
    public boolean mayGive(PartnershipView partnership) {
        return partnership.standing().isLive() && store.coordinates(partnership.id());
    }

    /** The case, for one who gives commissions in it. */
    @Transactional(readOnly = true)
    public PartnershipView toGive(long id) {
        PartnershipView partnership = partnerships.find(id).orElseThrow(Refusal::notSeen);
        if (!store.coordinates(id)) {
            throw Refusal.notAllowed("commission.refusal.not-yours");
        }
        if (!partnership.standing().isLive()) {
            throw Refusal.rule("commission.refusal.not-live");
        }
        return partnership;
    }

    /** Other cases that a commission could be for as well: those that the actor keeps moving. */
    @Transactional(readOnly = true)
    public List<PartnershipView> others(CommissionView commission) {
        Set<Long> there =
                store.parts(commission.id()).stream().map(Part::partnership).collect(Collectors.toSet());
        return partnerships.live().stream()
                .filter(each -> !there.contains(each.id()) && mayGive(each))
                .toList();
    }

    /** @return the id of the commission */
    @Transactional
    public long give(long partnershipId, CommissionDraft draft, FreeText texts) {
        PartnershipView partnership = toGive(partnershipId);
        ProviderView provider = catalogue.provider(draft.provider());
        checkTerms(partnership, draft.first(), draft.last());
        if (draft.answerBy().isBefore(LocalDate.now(clock))) {
            throw Refusal.rule("commission.refusal.answer-by");
        }
        checkUnits(partnership, draft.units());
        draft.entry().ifPresent(entry -> {
            if (catalogue.entry(entry).provider().id() != provider.id()) {
                throw Refusal.notSeen();
            }
        });
        long id = store.give(partnership, provider.id(), draft);
        store.add(id, partnership, draft.units(), serves(partnership, draft.areaIds(), draft.areas()));
        store.say(id, Deed.GIVE, "", draft.first(), draft.last());
        trail.record(happening("given", id, draft.title(), partnership.organiser())
                .changing("commission-provider", null, provider.name())
                .changing("commission-terms", null, draft.first() + "–" + draft.last())
                .changing("number-reason", null, texts.numberReasonOrNull()));
        notices.given(id, provider.id());
        return id;
    }

    private static void checkTerms(PartnershipView partnership, Period first, Period last) {
        if (last.compareTo(first) < 0) {
            throw Refusal.rule("commission.refusal.backwards");
        }
        if (first.compareTo(partnership.firstTerm()) < 0) {
            throw Refusal.rule(
                    "commission.refusal.before-case", partnership.firstTerm().toString());
        }
    }

    private static void checkUnits(PartnershipView partnership, List<Long> units) {
        Set<Long> known = partnership.units().stream()
                .filter(each -> each.standing().isLive())
                .map(Participant::unit)
                .collect(Collectors.toSet());
        if (units.isEmpty() || !known.containsAll(units)) {
            throw Refusal.rule("commission.refusal.units");
        }
    }

    /**
     * Which areas a commission serves.
     *
     * @param ids their ids in the plans of the case, for those who read the plans
     * @param words their names and what was written beside them: what the provider reads
     */
    record Serves(List<Long> ids, String words) {}

    private Serves serves(PartnershipView partnership, List<Long> ids, String words) {
        List<PlanAreas.Area> chosen = ids.isEmpty()
                ? List.of()
                : areas(partnership.id()).stream()
                        .filter(each -> ids.contains(each.id()))
                        .toList();
        if (chosen.size() != ids.size()) {
            throw Refusal.rule("commission.refusal.area-gone");
        }
        String all = Stream.concat(chosen.stream().map(PlanAreas.Area::name), Stream.of(words))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n"));
        if (all.isBlank()) {
            throw Refusal.rule("commission.refusal.areas");
        }
        return new Serves(ids, all);
    }

    /** Lets a commission that has not been answered be for one more case: one course for several municipalities. */
    @Transactional
    public void widen(long id, long partnershipId, List<Long> units, List<Long> areaIds, FreeText areas) {
        store.lock(id);
        CommissionView commission = commission(id);
        if (!commission.gives()) {
            throw Refusal.notAllowed("commission.refusal.not-yours");
        }
        if (commission.standing() != Standing.GIVEN) {
            throw Refusal.rule("commission.refusal.answered." + commission.standing());
        }
        PartnershipView partnership = toGive(partnershipId);
        checkUnits(partnership, units);
        Serves serves = serves(partnership, areaIds, areas.text());
        if (store.parts(id).stream().anyMatch(each -> each.partnership() == partnershipId)) {
            throw Refusal.rule("commission.refusal.there");
        }
        store.add(id, partnership, units, serves);
        store.move(commission, commission.standing(), commission.first(), commission.last());
        trail.record(happening("widened", id, commission.title(), partnership.organiser())
                .changing("words", null, serves.words())
                .changing("number-reason", null, areas.numberReasonOrNull()));
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

    /** The areas of the plans of a case that a commission can serve, as the actor reads them. */
    @Transactional(readOnly = true)
    public List<PlanAreas.Area> areas(long partnership) {
        return rights.allow(Verb.READ_ACTION_PLAN) ? areas.ofPartnership(partnership) : List.of();
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

    private static Happening happening(String what, long id, String title, long organisation) {
        return Happening.of("commission." + what, new Subject("commission", Long.toString(id), title), organisation);
    }
}
