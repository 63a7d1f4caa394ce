package se.samverkan.partnership.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CaseCourse;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * The door through which a unit goes on to its next phase: one after the other, as the variant orders them. Steps that are
 * not done do not stop it, they are told before.
 */
@Component
public class Phases implements CaseCourse {

    private final Course course;
    private final StoredCourse store;
    private final KnownVariants variants;
    private final CaseRights rights;
    private final AuditTrail trail;

    Phases(Course course, StoredCourse store, KnownVariants variants, CaseRights rights, AuditTrail trail) {
        this.course = course;
        this.store = store;
        this.variants = variants;
        this.rights = rights;
        this.trail = trail;
    }

    /** A phase that a unit has begun, and the day. */
    public record Begun(Phase phase, LocalDate day) {}

    /** The variant in the version that a partnership keeps. */
    @Override
    public Variant variant(PartnershipView view) {
        return variants.read(view.variant(), view.variantVersion()).orElseThrow(Refusal::notSeen);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Map<String, LocalDate>> phasesBegun(long partnership) {
        return store.phasesBegun(partnership);
    }

    /** The phase that a unit is in: the last one, in the variant's order, that it has begun. */
    public static Optional<Begun> current(Variant variant, Map<String, LocalDate> begun) {
        return begun(variant, begun).stream().reduce((one, next) -> next);
    }

    /** The phases that a unit has begun, in the variant's order. */
    public static List<Begun> begun(Variant variant, Map<String, LocalDate> begun) {
        return variant.phases().stream()
                .flatMap(phase ->
                        Optional.ofNullable(begun.get(phase.key())).stream().map(day -> new Begun(phase, day)))
                .toList();
    }

    /** What a unit can go on to; empty after the last phase. */
    public static Optional<Phase> next(Variant variant, Map<String, LocalDate> begun) {
        return current(variant, begun)
                .map(now -> variant.after(now.phase().key()))
                .orElseGet(() -> variant.phases().stream().findFirst());
    }

    /**
     * Begins a phase for some units that stand before it.
     *
     * @param units the ids of the units
     * @param day the day that it begins, today or earlier or as planned
     */
    @Transactional
    public void begin(long id, List<Long> units, String phase, LocalDate day) {
        PartnershipView view = course.locked(id);
        rights.requireDeciding(view);
        if (view.standing() != Standing.RUNNING) {
            throw Refusal.rule("partnership.case.refusal.not-running");
        }
        if (units.isEmpty()) {
            throw Refusal.rule("partnership.case.refusal.no-unit");
        }
        Variant variant = variant(view);
        Map<Long, Map<String, LocalDate>> begun = store.phasesBegun(id);
        units.forEach(unit -> begin(view, variant, unit, begun.getOrDefault(unit, Map.of()), phase, day));
    }

    private void begin(
            PartnershipView view,
            Variant variant,
            long unit,
            Map<String, LocalDate> begun,
            String phase,
            LocalDate day) {
        Participant participant = view.participant(unit).orElseThrow(Refusal::notSeen);
        if (participant.standing() != Standing.RUNNING) {
            throw Refusal.rule("partnership.case.refusal.unit-not-running", participant.name());
        }
        Phase next = next(variant, begun)
                .filter(each -> each.key().equals(phase))
                .orElseThrow(() -> Refusal.rule("partnership.case.refusal.not-next", participant.name()));
        current(variant, begun).filter(now -> now.day().isAfter(day)).ifPresent(now -> {
            throw Refusal.rule("partnership.case.refusal.before-last-phase", participant.name(), now.day());
        });
        store.begin(view.id(), unit, phase, day);
        trail.record(Happening.of("partnership.phase-begun", Course.subject(view), view.owner())
                .changing("phase", null, next.name().sv())
                .changing("unit", null, participant.name())
                .changing("day", null, day));
    }
}
