package se.samverkan.partnership.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.VariantDifferences;
import se.samverkan.programme.VariantDifferences.Difference;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/**
 * The door through which a case is moved to the newest version of its variant, by those who run it and after they have seen
 * the differences. A version that lacks a phase which a unit is in cannot be moved to: nobody would know where the unit is.
 */
@Component
public class VersionMoving {

    private final Partnerships partnerships;
    private final Course course;
    private final Phases phases;
    private final Variants variants;
    private final VariantDifferences differences;
    private final KnownVariants known;
    private final CaseRights rights;
    private final JdbcClient database;
    private final AuditTrail trail;

    VersionMoving(
            Partnerships partnerships,
            Course course,
            Phases phases,
            Variants variants,
            VariantDifferences differences,
            KnownVariants known,
            CaseRights rights,
            JdbcClient database,
            AuditTrail trail) {
        this.partnerships = partnerships;
        this.course = course;
        this.phases = phases;
        this.variants = variants;
        this.differences = differences;
        this.known = known;
        this.rights = rights;
        this.database = database;
        this.trail = trail;
    }

    /** The newer version that a case can be moved to, if there is one and something may still happen in the case. */
    public OptionalInt newer(PartnershipView view) {
        Optional<Integer> newest = variants.newest(view.variant())
                .filter(version ->
                        version > view.variantVersion() && view.standing().isLive());
        return newest.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** The partnership for somebody who runs it. */
    @Transactional(readOnly = true)
    public PartnershipView toMove(long id) {
        rights.requireRunning();
        PartnershipView view = partnerships.find(id).orElseThrow(Refusal::notSeen);
        rights.requireRunning(view);
        return view;
    }

    /** What is different in another version, in words. */
    public List<Difference> differences(PartnershipView view, int version, Words words) {
        return differences.between(view.variant(), view.variantVersion(), version, words);
    }

    /** The phase that a unit is in and that the other version lacks; empty where nothing stands in the way. */
    @Transactional(readOnly = true)
    public Optional<Phase> missing(PartnershipView view, int version) {
        Variant before = phases.variant(view);
        Variant after = read(view, version);
        Map<Long, Map<String, java.time.LocalDate>> begun = course.phasesBegun(view.id());
        return begun.values().stream()
                .flatMap(each -> Phases.current(before, each).stream())
                .map(Phases.Begun::phase)
                .filter(phase -> after.phase(phase.key()).isEmpty())
                .findFirst();
    }

    /**
     * Moves it.
     *
     * @param seen the version of the partnership that was seen
     * @param version the version of the variant whose differences were seen
     */
    @Transactional
    public void move(long id, int seen, int version, FreeText words) {
        PartnershipView view = course.locked(id);
        rights.requireRunning(view);
        if (view.version() != seen) {
            throw Refusal.stale();
        }
        if (newer(view).orElse(0) != version) {
            throw Refusal.rule("partnership.case.refusal.other-version");
        }
        missing(view, version).ifPresent(phase -> {
            throw Refusal.rule(
                    "partnership.case.refusal.phase-lacks", phase.name().sv());
        });
        database.sql("insert into partnership.version_moved (partnership, version_before, version_after, words)"
                        + " values (?, ?, ?, ?)")
                .params(id, view.variantVersion(), version, words.text())
                .update();
        database.sql("update partnership.partnership set variant_version = ?, version = version + 1 where id = ?")
                .params(version, id)
                .update();
        trail.record(Happening.of("partnership.version-moved", Course.subject(view), view.owner())
                .changing("variant-version", view.variantVersion(), version)
                .changing("words", null, words.text().isEmpty() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    private Variant read(PartnershipView view, int version) {
        return known.read(view.variant(), version).orElseThrow(Refusal::notSeen);
    }
}
