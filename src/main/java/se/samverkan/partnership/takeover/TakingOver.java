package se.samverkan.partnership.takeover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.partnership.course.Turning;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/**
 * The door through which a case that already runs is taken over: it runs here from then on as if it had begun here, and its
 * log says that it was taken over. All or nothing.
 */
@Component
public class TakingOver {

    private final Directory directory;
    private final Variants variants;
    private final KnownVariants known;
    private final Turning turning;
    private final Rights rights;
    private final JdbcClient database;
    private final AuditTrail trail;

    TakingOver(
            Directory directory,
            Variants variants,
            KnownVariants known,
            Turning turning,
            Rights rights,
            JdbcClient database,
            AuditTrail trail) {
        this.directory = directory;
        this.variants = variants;
        this.known = known;
        this.turning = turning;
        this.rights = rights;
        this.database = database;
        this.trail = trail;
    }

    /** The agencies and offices for which the actor takes cases over. */
    public List<OrganisationView> owners() {
        rights.require(Verb.RUN_PARTNERSHIP);
        return directory.organisations().stream()
                .filter(each -> rights.allow(Verb.RUN_PARTNERSHIP, each.id()))
                .toList();
    }

    /** A variant in the version that a case taken over gets. */
    public Variant variant(String key) {
        return variants.newest(key)
                .flatMap(version -> known.read(key, version))
                .orElseThrow(() -> Refusal.rule("partnership.takeover.refusal.variant"));
    }

    /** The units of an organiser that can take part in a variant. */
    public List<UnitView> units(OrganiserView organiser, Variant variant) {
        Set<String> levels = variant.levels().stream().map(Enum::name).collect(Collectors.toSet());
        return directory.unitsOfOrganiser(organiser.id()).stream()
                .filter(unit -> levels.contains(unit.kind()))
                .toList();
    }

    public LocalDate today() {
        return turning.today();
    }

    /** @return the id of the partnership */
    @Transactional
    public long takeOver(TakeoverDraft draft) {
        return takeOver(draft, Past.NONE);
    }

    /** The same for a case of which more is known. */
    @Transactional
    long takeOver(TakeoverDraft draft, Past past) {
        rights.require(Verb.RUN_PARTNERSHIP, draft.owner());
        OrganiserView organiser = directory.organiserById(draft.organiser()).orElseThrow(Refusal::notSeen);
        Variant variant = variant(draft.variant());
        check(draft, past, organiser, variant);
        long id = insert(draft);
        for (long unit : draft.units()) {
            participate(id, unit, draft, past.begun().getOrDefault(unit, draft.begun()));
        }
        decide(id, null, draft);
        past.decided().forEach(each -> decided(id, each));
        trail.record(Happening.of(
                        "partnership.taken-over",
                        new Subject("partnership", Long.toString(id), organiser.name()),
                        draft.owner())
                .changing("variant", null, variant.name().sv())
                .changing("day", null, draft.started())
                .changing(
                        "words",
                        null,
                        draft.words().text().isEmpty() ? null : draft.words().text())
                .changing("number-reason", null, draft.words().numberReasonOrNull())
                .changing("file", null, past.file().map(Past.Source::name).orElse(null))
                .changing(
                        "checksum", null, past.file().map(Past.Source::checksum).orElse(null)));
        return id;
    }

    private void check(TakeoverDraft draft, Past past, OrganiserView organiser, Variant variant) {
        Set<Long> possible =
                units(organiser, variant).stream().map(UnitView::id).collect(Collectors.toSet());
        if (draft.units().isEmpty() || !possible.containsAll(draft.units())) {
            throw Refusal.rule("partnership.takeover.refusal.units", organiser.name());
        }
        if (draft.started().isAfter(today())) {
            throw Refusal.rule("partnership.takeover.refusal.not-begun");
        }
        inOrder(draft.begun(), variant);
        past.begun().values().forEach(each -> inOrder(each, variant));
    }

    /** Phases are begun in their order, none is left out, and none begins in the future. */
    private void inOrder(Map<String, LocalDate> begun, Variant variant) {
        LocalDate before = LocalDate.MIN;
        boolean left = false;
        for (Phase phase : variant.phases()) {
            LocalDate day = begun.get(phase.key());
            if (day != null && (left || day.isBefore(before) || day.isAfter(today()))) {
                throw Refusal.rule(
                        "partnership.takeover.refusal.phases", phase.name().sv());
            }
            left = left || day == null;
            before = day == null ? before : day;
        }
    }

    private long insert(TakeoverDraft draft) {
        try {
            return database.sql("""
                    insert into partnership.partnership
                        (owner_organisation, organiser, variant, variant_version, first_term, standing, told_at)
                    values (:owner, :organiser, :variant, :version, :term, 'RUNNING', now()) returning id
                    """)
                    .param("owner", draft.owner())
                    .param("organiser", draft.organiser())
                    .param("variant", draft.variant())
                    .param("version", variants.newest(draft.variant()).orElseThrow())
                    .param("term", draft.firstTerm().key())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException already) {
            throw Refusal.rule("partnership.takeover.refusal.already");
        }
    }

    private void participate(long id, long unit, TakeoverDraft draft, Map<String, LocalDate> begun) {
        database.sql("""
                insert into partnership.participation (partnership, unit, level, standing)
                select ?, u.id, u.kind, 'RUNNING' from organisation.unit u where u.id = ?
                """).params(id, unit).update();
        decide(id, unit, draft);
        for (Map.Entry<String, LocalDate> phase : begun.entrySet()) {
            database.sql("insert into partnership.phase_begun (partnership, unit, phase, day) values (?, ?, ?, ?)")
                    .params(id, unit, phase.getKey(), phase.getValue())
                    .update();
        }
    }

    private void decided(long id, Past.Decided past) {
        database.sql("""
                insert into partnership.decision (partnership, kind, day, words, mandate) values (?, ?, ?, ?, ?)
                """)
                .params(id, past.kind().name(), past.day(), past.words(), past.mandate())
                .update();
        if (past.kind() != DecisionKind.ACCEPTED) {
            database.sql("update partnership.partnership set standing = ? where id = ?")
                    .params(past.kind().after().name(), id)
                    .update();
        }
    }

    private void decide(long id, @org.jspecify.annotations.Nullable Long unit, TakeoverDraft draft) {
        database.sql("""
                insert into partnership.decision (partnership, unit, kind, day, words)
                values (:partnership, :unit, 'STARTED', :day, :words)
                """)
                .param("partnership", id)
                .param("unit", unit)
                .param("day", draft.started())
                .param("words", unit == null ? draft.words().text() : "")
                .update();
    }
}
