package se.samverkan.analysis.chain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/** The door to analyses: which there are in a partnership, who reads and writes them. Each unit begins its own. */
@Component
public class Analyses {

    private final StoredAnalyses store;
    private final Partnerships partnerships;
    private final AnalysedUnits units;
    private final Rights rights;
    private final AuditTrail trail;

    Analyses(StoredAnalyses store, Partnerships partnerships, AnalysedUnits units, Rights rights, AuditTrail trail) {
        this.store = store;
        this.partnerships = partnerships;
        this.units = units;
        this.rights = rights;
        this.trail = trail;
    }

    /** Whether analyses concern the actor at all. */
    public boolean concernActor() {
        return rights.allow(Verb.READ_ANALYSIS);
    }

    /** The analyses of a partnership that the actor reads, the organiser's own level first. */
    @Transactional(readOnly = true)
    public List<AnalysisView> ofPartnership(long partnership) {
        return rights.allow(Verb.READ_ANALYSIS) ? store.ofPartnership(partnership) : List.of();
    }

    /**
     * The analyses that go on in several partnerships, that the actor coordinates for their organiser and reads: one question,
     * and none for whoever coordinates for no organiser.
     */
    @Transactional(readOnly = true)
    public List<AnalysisView> coordinated(Collection<Long> partnerships) {
        Set<Long> own = rights.organisations(Verb.COORDINATE_PARTNERSHIP);
        return own.isEmpty() ? List.of() : store.awake(partnerships, own);
    }

    @Transactional(readOnly = true)
    public Optional<AnalysisView> find(long id) {
        return rights.allow(Verb.READ_ANALYSIS) ? store.find(id) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public AnalysisView analysis(long id) {
        rights.require(Verb.READ_ANALYSIS);
        return store.find(id).orElseThrow(Refusal::notSeen);
    }

    /** The analysis, for somebody who may write in it now. */
    @Transactional(readOnly = true)
    public AnalysisView toWrite(long id) {
        AnalysisView view = analysis(id);
        if (view.rests()) {
            throw Refusal.rule("analysis.refusal.not-live");
        }
        if (!view.writes()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_ANALYSIS");
        }
        return view;
    }

    /** The analysis, for somebody who may write in it, and nobody else writes in it until the transaction ends. */
    @Transactional
    public AnalysisView locked(long id) {
        store.lock(id);
        return toWrite(id);
    }

    /** The analysis, for somebody who decides for its unit. */
    @Transactional(readOnly = true)
    public AnalysisView deciding(long id) {
        AnalysisView view = toWrite(id);
        if (!view.adopts()) {
            throw Refusal.notAllowed("refusal.verb.ADOPT_ANALYSIS");
        }
        return view;
    }

    /** The same, and nobody else writes in it until the transaction ends. */
    @Transactional
    public AnalysisView toDecide(long id) {
        store.lock(id);
        return deciding(id);
    }

    /** The units of a partnership whose analysis the actor can begin now. */
    @Transactional(readOnly = true)
    public List<Participant> mayBegin(PartnershipView partnership) {
        if (!rights.allow(Verb.WRITE_ANALYSIS)) {
            return List.of();
        }
        Set<Long> mine = store.mayBegin(partnership);
        List<Long> begun = store.ofPartnership(partnership.id()).stream()
                .map(AnalysisView::unit)
                .toList();
        return partnership.units().stream()
                .filter(unit -> mine.contains(unit.unit()) && !begun.contains(unit.unit()))
                .filter(unit -> canBegin(partnership, unit))
                .toList();
    }

    /**
     * Begins the analysis of a unit; one that is begun already is the same.
     *
     * @return its id
     */
    @Transactional
    public long begin(long partnershipId, long unitId) {
        rights.require(Verb.WRITE_ANALYSIS);
        PartnershipView partnership = partnerships.find(partnershipId).orElseThrow(Refusal::notSeen);
        Participant unit = partnership.participant(unitId).orElseThrow(Refusal::notSeen);
        if (!store.mayBegin(partnership).contains(unitId)) {
            throw Refusal.notAllowed("refusal.verb.WRITE_ANALYSIS");
        }
        store.lock(partnershipId);
        Optional<AnalysisView> begun = store.ofPartnership(partnershipId).stream()
                .filter(each -> each.unit() == unitId)
                .findFirst();
        if (begun.isPresent()) {
            return begun.get().id();
        }
        if (!canBegin(partnership, unit)) {
            throw Refusal.rule("analysis.refusal.not-begun");
        }
        long id = store.begin(partnership, unit);
        trail.record(happening("begun", analysis(id)));
        return id;
    }

    private boolean canBegin(PartnershipView partnership, Participant unit) {
        return (unit.standing() == Standing.RUNNING || unit.standing() == Standing.ACCEPTED)
                && units.variant(partnership).documents().stream()
                        .anyMatch(document -> document.kind().equals(AnalysedUnits.DOCUMENT)
                                && document.levels().contains(unit.level()));
    }

    /** The record that an analysis is in the log. */
    public static Subject subject(AnalysisView analysis) {
        return new Subject("analysis", Long.toString(analysis.id()), analysis.unitName());
    }

    /** Something that was done to an analysis, as the log of its organiser tells it. */
    public static Happening happening(String deed, AnalysisView analysis) {
        return Happening.of("analysis." + deed, subject(analysis), analysis.organiser());
    }
}
