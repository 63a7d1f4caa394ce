package se.samverkan.partnership.wheel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/**
 * The door through which an organiser starts its own quality work: a case of its own with all its units, whether or not it has
 * ever been in a programme. Everything else is as in any other case.
 */
@Component
public class OwnWork {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Directory directory;
    private final Variants variants;
    private final KnownVariants known;
    private final Partnerships partnerships;
    private final Rights rights;
    private final JdbcClient database;
    private final AuditTrail trail;
    private final Clock clock;

    OwnWork(
            Directory directory,
            Variants variants,
            KnownVariants known,
            Partnerships partnerships,
            Rights rights,
            JdbcClient database,
            AuditTrail trail,
            Clock clock) {
        this.directory = directory;
        this.variants = variants;
        this.known = known;
        this.partnerships = partnerships;
        this.rights = rights;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** The organisers for which the actor starts it, by name: those that the actor is of, never all of a country. */
    public List<OrganiserView> organisers() {
        rights.require(Verb.COORDINATE_PARTNERSHIP);
        Set<Long> own = own();
        return directory.organisers().stream()
                .filter(each -> own.contains(each.id()))
                .toList();
    }

    private Set<Long> own() {
        return rights.organisations(Verb.COORDINATE_PARTNERSHIP);
    }

    /** The variants that an organiser runs alone, each in its newest version. */
    public List<Variant> variants() {
        return variants.all().stream()
                .map(VariantView::key)
                .flatMap(key -> variants.newest(key).flatMap(version -> known.read(key, version)).stream())
                .filter(Variant::alone)
                .toList();
    }

    /** What goes on of it, as far as the actor knows, by the organiser's name. */
    @Transactional(readOnly = true)
    public List<PartnershipView> running() {
        Set<String> alone = variants().stream().map(Variant::key).collect(Collectors.toSet());
        return partnerships.live().stream()
                .filter(each -> alone.contains(each.variant()) && each.owner() == each.organiser())
                .toList();
    }

    /**
     * Starts it for all units of an organiser, from today.
     *
     * @return the id of the partnership
     */
    @Transactional
    public long start(long organiser, String key) {
        rights.require(Verb.COORDINATE_PARTNERSHIP, organiser);
        OrganiserView view = directory.organiserById(organiser).orElseThrow(Refusal::notSeen);
        Variant variant = variants().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("partnership.wheel.refusal.variant"));
        if (!own().contains(organiser)) {
            throw Refusal.rule("partnership.wheel.refusal.not-own", view.name());
        }
        List<UnitView> units = units(view, variant);
        if (units.isEmpty()) {
            throw Refusal.rule("partnership.wheel.refusal.units", view.name());
        }
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        long id = insert(organiser, variant, Period.termOf(today));
        decide(id, null, today);
        Phase first = variant.phases().getFirst();
        units.forEach(unit -> {
            participate(id, unit);
            decide(id, unit.id(), today);
            database.sql("insert into partnership.phase_begun (partnership, unit, phase, day) values (?, ?, ?, ?)")
                    .params(id, unit.id(), first.key(), today)
                    .update();
        });
        trail.record(Happening.of(
                        "partnership.own-work-started",
                        new Subject("partnership", Long.toString(id), view.name()),
                        organiser)
                .changing("variant", null, variant.name().sv())
                .changing("units", null, units.size()));
        return id;
    }

    private List<UnitView> units(OrganiserView organiser, Variant variant) {
        Set<String> levels = variant.levels().stream().map(Enum::name).collect(Collectors.toSet());
        return Stream.concat(
                        directory.levelsOfOrganiser(organiser.id()).stream(),
                        directory.unitsOfOrganiser(organiser.id()).stream())
                .filter(unit -> levels.contains(unit.kind()))
                .collect(Collectors.toMap(UnitView::id, unit -> unit, (one, same) -> one, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private long insert(long organiser, Variant variant, Period term) {
        try {
            return database.sql("""
                    insert into partnership.partnership
                        (owner_organisation, organiser, variant, variant_version, first_term, standing, told_at)
                    values (:organiser, :organiser, :variant, :version, :term, 'RUNNING', now()) returning id
                    """)
                    .param("organiser", organiser)
                    .param("variant", variant.key())
                    .param("version", variants.newest(variant.key()).orElseThrow())
                    .param("term", term.key())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException already) {
            throw Refusal.rule("partnership.wheel.refusal.already");
        }
    }

    private void participate(long id, UnitView unit) {
        database.sql("""
                insert into partnership.participation (partnership, unit, level, standing)
                select ?, u.id, u.kind, 'RUNNING' from organisation.unit u where u.id = ?
                """).params(id, unit.id()).update();
    }

    private void decide(long id, @Nullable Long unit, LocalDate day) {
        database.sql("insert into partnership.decision (partnership, unit, kind, day) values (?, ?, 'STARTED', ?)")
                .param(id)
                .param(unit)
                .param(day)
                .update();
    }

    /** The case, for somebody who knows of it, where it is an organiser's own. */
    @Transactional(readOnly = true)
    public PartnershipView wheelOf(long id) {
        rights.require(Verb.READ_PARTNERSHIP);
        return Optional.of(id)
                .flatMap(partnerships::find)
                .filter(each -> each.owner() == each.organiser())
                .orElseThrow(Refusal::notSeen);
    }
}
