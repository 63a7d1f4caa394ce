package se.samverkan.intervention.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.Occasion.Standing;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.organisation.Directory;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/**
 * The door to who takes part and who came, by name within a unit. Everybody else, the provider and the own organiser among them, reads
 * counts by role and group.
 */
@Component
public class Attendances {

    private final Commissions commissions;
    private final SubPlans plans;
    private final StoredDeliveries store;
    private final Directory directory;
    private final Rights rights;
    private final AuditTrail trail;
    private final MessageSource messages;

    Attendances(
            Commissions commissions,
            SubPlans plans,
            StoredDeliveries store,
            Directory directory,
            Rights rights,
            AuditTrail trail,
            MessageSource messages) {
        this.commissions = commissions;
        this.plans = plans;
        this.store = store;
        this.directory = directory;
        this.rights = rights;
        this.trail = trail;
        this.messages = messages;
    }

    /**
     * The staff of a unit who take part in a commission.
     *
     * @param version what a change names as the version it saw
     */
    public record Roll(CommissionView commission, NotingUnit unit, List<Participant> participants, int version) {}

    @Transactional(readOnly = true)
    public Roll roll(long commissionId, long unit) {
        rights.require(Verb.NOTE_ATTENDANCE);
        CommissionView commission = commissions.commission(commissionId);
        NotingUnit own = store.notingUnits(commissionId).stream()
                .filter(each -> each.id() == unit)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        return new Roll(commission, own, store.participants(commissionId, unit), store.listVersion(commissionId, unit));
    }

    /** The people of a list that was written as lines, where nothing is wrong with it. */
    public List<Participant> read(String lines) {
        return new ParticipantLines(messages, "").read(lines).participants();
    }

    /** Writes the list anew: who is not on it has left, and stays where they came. */
    @Transactional
    public void write(long commissionId, long unit, int version, List<Participant> participants) {
        commissions.lock(commissionId);
        Roll roll = roll(commissionId, unit);
        if (roll.version() != version) {
            throw Refusal.stale();
        }
        Map<String, Participant> wanted = new HashMap<>();
        participants.forEach(each -> wanted.put(key(each), each));
        for (Participant old : roll.participants()) {
            Participant now = wanted.get(key(old));
            if (now != null && now.role() == old.role() && now.group().equals(old.group())) {
                wanted.remove(key(old));
            } else {
                store.leave(old.id());
            }
        }
        participants.stream()
                .filter(each -> wanted.containsKey(key(each)))
                .forEach(each -> store.add(commissionId, unit, each));
        trail.record(happening("participants", roll.commission(), unit)
                .changing("delivery-participants", roll.participants().size(), participants.size()));
    }

    private static String key(Participant participant) {
        return participant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Who came of a unit's staff to an occasion: of those who are on the list, or were when it was noted.
     *
     * @param came the ids of those who came; empty while nobody has noted
     * @param version what a change names as the version it saw
     */
    public record Noted(Occasion occasion, Roll roll, Optional<Set<Long>> came, int version) {}

    @Transactional(readOnly = true)
    public Noted noted(long occasionId, long unit) {
        rights.require(Verb.NOTE_ATTENDANCE);
        Occasion occasion = plans.occasion(occasionId);
        Roll roll = roll(occasion.commission(), unit);
        Optional<Set<Long>> came = store.came(occasionId, unit);
        Roll then = came.isEmpty()
                ? roll
                : new Roll(roll.commission(), roll.unit(), store.expected(occasionId, unit), roll.version());
        return new Noted(occasion, then, came, store.noteVersion(occasionId, unit));
    }

    /** Notes who came; nobody on the list is nothing to note. */
    @Transactional
    public void note(long occasionId, long unit, int version, Set<Long> came) {
        Noted noted = toNote(occasionId, unit, version);
        if (noted.roll().participants().isEmpty()) {
            throw Refusal.rule("delivery.refusal.nobody");
        }
        Set<Long> known =
                noted.roll().participants().stream().map(Participant::id).collect(Collectors.toSet());
        store.note(
                occasionId,
                unit,
                noted.roll().participants(),
                came.stream().filter(known::contains).collect(Collectors.toSet()));
        trail.record(happening("attended", noted.roll().commission(), unit)
                .changing("title", null, noted.occasion().text().title())
                .changing("delivery-came", null, came.size()));
    }

    /** Takes away what was noted, so that it can be told anew or the occasion be cancelled. */
    @Transactional
    public void forget(long occasionId, long unit) {
        Noted noted = noted(occasionId, unit);
        store.forget(occasionId, unit);
        trail.record(happening("unattended", noted.roll().commission(), unit)
                .changing("title", noted.occasion().text().title(), null));
    }

    private Noted toNote(long occasionId, long unit, int version) {
        commissions.lock(plans.occasion(occasionId).commission());
        Noted noted = noted(occasionId, unit);
        if (noted.occasion().standing() != Standing.HELD) {
            throw Refusal.rule("delivery.refusal.not-held." + noted.occasion().standing());
        }
        if (noted.version() != version) {
            throw Refusal.stale();
        }
        return noted;
    }

    private Happening happening(String what, CommissionView commission, long unit) {
        long organiser = directory
                .unitById(unit)
                .orElseThrow(Refusal::notSeen)
                .organiser()
                .id();
        return Happening.of(
                "delivery." + what,
                new Subject("commission", Long.toString(commission.id()), commission.title()),
                organiser);
    }
}
