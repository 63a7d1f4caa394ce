package se.samverkan.intervention.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.actionplan.PlanAreas;
import se.samverkan.intervention.catalogue.Catalogue;
import se.samverkan.intervention.catalogue.ProviderView;
import se.samverkan.intervention.commission.CommissionView.Part;
import se.samverkan.intervention.commission.Deed.Standing;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door by which whoever keeps a case moving gives a commission to a provider, and lets it be for more cases than one. */
@Component
public class Giving {

    private final Commissions commissions;
    private final StoredCommissions store;
    private final Partnerships partnerships;
    private final Catalogue catalogue;
    private final CommissionNotices notices;
    private final PlanAreas areas;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Giving(
            Commissions commissions,
            StoredCommissions store,
            Partnerships partnerships,
            Catalogue catalogue,
            CommissionNotices notices,
            PlanAreas areas,
            Rights rights,
            AuditTrail trail,
            Clock clock) {
        this.commissions = commissions;
        this.store = store;
        this.partnerships = partnerships;
        this.catalogue = catalogue;
        this.notices = notices;
        this.areas = areas;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
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
        trail.record(Commissions.happening("given", id, draft.title(), partnership.organiser())
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
        CommissionView commission = commissions.commission(id);
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
        trail.record(Commissions.happening("widened", id, commission.title(), partnership.organiser())
                .changing("words", null, serves.words())
                .changing("number-reason", null, areas.numberReasonOrNull()));
    }

    /** The areas of the plans of a case that a commission can serve, as the actor reads them. */
    @Transactional(readOnly = true)
    public List<PlanAreas.Area> areas(long partnership) {
        return rights.allow(Verb.READ_ACTION_PLAN) ? areas.ofPartnership(partnership) : List.of();
    }
}
