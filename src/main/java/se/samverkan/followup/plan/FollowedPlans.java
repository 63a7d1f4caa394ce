package se.samverkan.followup.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.actionplan.HoldingPlans;
import se.samverkan.actionplan.HoldingPlans.HoldingPlan;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** The door to what is followed up: the plans that hold, of the reader's own units or own organiser. */
@Component
public class FollowedPlans {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private record Key(String variant, int version) {}

    private record May(boolean reads, boolean writes, boolean closes) {}

    private final HoldingPlans holding;
    private final Partnerships partnerships;
    private final Variants variants;
    private final Rights rights;
    private final JdbcClient database;
    private final Clock clock;
    private final Map<Key, Variant> known = new ConcurrentHashMap<>();

    FollowedPlans(
            HoldingPlans holding,
            Partnerships partnerships,
            Variants variants,
            Rights rights,
            JdbcClient database,
            Clock clock) {
        this.holding = holding;
        this.partnerships = partnerships;
        this.variants = variants;
        this.rights = rights;
        this.database = database;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }

    /** The term in which a plan began to hold. */
    public Period heldSince(FollowedPlan plan) {
        return Period.termOf(LocalDate.ofInstant(plan.plan().since(), SWEDEN));
    }

    /** The plans of a partnership that are followed up and that the actor reads the follow-up of. */
    @Transactional(readOnly = true)
    public List<FollowedPlan> ofPartnership(PartnershipView partnership) {
        if (!rights.allow(Verb.READ_FOLLOW_UP)) {
            return List.of();
        }
        List<HoldingPlan> plans = holding.ofPartnership(partnership.id());
        if (plans.isEmpty()) {
            return List.of();
        }
        Map<Long, May> may = may(plans);
        return plans.stream()
                .flatMap(plan -> Optional.ofNullable(may.get(plan.unit()))
                        .filter(May::reads)
                        .map(allowed -> followed(plan, partnership, allowed))
                        .stream())
                .toList();
    }

    /** A plan that is followed up; not seen by those who do not read its follow-up, and not before it holds. */
    @Transactional(readOnly = true)
    public FollowedPlan plan(long id) {
        rights.require(Verb.READ_FOLLOW_UP);
        return find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public Optional<FollowedPlan> find(long id) {
        return holding.of(id).flatMap(plan -> {
            May may = may(List.of(plan)).getOrDefault(plan.unit(), new May(false, false, false));
            return may.reads()
                    ? partnerships.find(plan.partnership()).map(partnership -> followed(plan, partnership, may))
                    : Optional.empty();
        });
    }

    private Map<Long, May> may(List<HoldingPlan> plans) {
        Map<Long, May> may = new java.util.HashMap<>();
        database.sql("""
                select u.id, u.id = any ((select followup.known_units())::bigint[])
                        or u.plan = any ((select followup.opened())::bigint[]) as reads,
                    u.id = any ((select followup.units_for('WRITE_FOLLOW_UP'))::bigint[]) as writes,
                    u.id = any ((select followup.units_for('CLOSE_FOLLOW_UP'))::bigint[]) as closes
                from unnest(:units::bigint[], :plans::bigint[]) as u (id, plan)
                """)
                .param("units", plans.stream().map(HoldingPlan::unit).toArray(Long[]::new))
                .param("plans", plans.stream().map(HoldingPlan::id).toArray(Long[]::new))
                .query(row -> {
                    may.put(
                            row.getLong("id"),
                            new May(row.getBoolean("reads"), row.getBoolean("writes"), row.getBoolean("closes")));
                });
        return may;
    }

    private FollowedPlan followed(HoldingPlan plan, PartnershipView partnership, May may) {
        return new FollowedPlan(plan, partnership, variant(partnership), may.writes(), may.closes());
    }

    /** The variant in the version that a partnership keeps; a published one never changes, so it is read once. */
    private Variant variant(PartnershipView partnership) {
        return known.computeIfAbsent(
                new Key(partnership.variant(), partnership.variantVersion()),
                key -> variants.read(key.variant(), key.version()).orElseThrow(Refusal::notSeen));
    }

    /** The plan, for somebody who may write of it now; nobody else does until the transaction ends. */
    @Transactional
    public FollowedPlan toWrite(long id) {
        lock(id);
        FollowedPlan plan = plan(id);
        if (!plan.writes()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_FOLLOW_UP");
        }
        requireLive(plan);
        return plan;
    }

    /** The same, for somebody who writes of it or coordinates the case: what a checkpoint leads to is often the organiser's to do. */
    @Transactional
    public FollowedPlan toLead(long id) {
        FollowedPlan plan = plan(id);
        if (!leads(plan)) {
            throw Refusal.notAllowed("refusal.verb.WRITE_FOLLOW_UP");
        }
        requireLive(plan);
        return plan;
    }

    /** Whether the actor says what the checkpoints of a plan led to. */
    public boolean leads(FollowedPlan plan) {
        return plan.writes() || rights.allow(Verb.COORDINATE_PARTNERSHIP);
    }

    /** The same, for somebody who decides for its unit. */
    @Transactional
    public FollowedPlan toClose(long id) {
        lock(id);
        FollowedPlan plan = plan(id);
        if (!plan.closes()) {
            throw Refusal.notAllowed("refusal.verb.CLOSE_FOLLOW_UP");
        }
        requireLive(plan);
        return plan;
    }

    private static void requireLive(FollowedPlan plan) {
        if (!plan.isLive()) {
            throw Refusal.rule("followup.refusal.not-live");
        }
    }

    private void lock(long plan) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('followup', ?))")
                .param(plan)
                .query(rows -> {});
    }

    /** Something that was done, as the log of the organiser tells it. */
    public static Happening happening(String deed, HoldingPlan plan) {
        return Happening.of(
                "followup." + deed,
                new Subject("followup", Long.toString(plan.id()), plan.unitName()),
                plan.organiser());
    }
}
