package se.samverkan.partnership.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView.CohortName;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Period;

/**
 * An offer (erbjudande) to one organiser: some of its units, why just they, and a last day to answer.
 *
 * <p>It begins as a draft that only those who make it see. Once it is sent it is not rewritten; its last day can be moved.
 * Every unit gets its own answer from everybody whose yes the programme variant asks for: all of them must say yes, and one
 * no is a no for that unit. What is not answered in time lapses.
 *
 * @param partnership the id of the partnership that it is about
 * @param partnershipVersion what a decision about the partnership names as the version it saw
 * @param standing where the partnership stands
 * @param owner the agency or office that makes it
 * @param organiser who gets it
 * @param variant the key of the programme variant
 * @param firstTerm the term in which the work is planned to begin
 * @param round the selection round that it stands on, where it does
 * @param why why just these units, in words for those who get it
 * @param message a greeting or what else is to be said; may be empty
 * @param version what a change names as the version it saw
 * @param sent who sent it and when; empty while it is a draft
 * @param takenBack who took it back after it was sent, and why
 * @param units the units, the organiser's own level first, then by name as a Swede sorts; those that the reader may see
 */
public record Offer(
        long id,
        long partnership,
        int partnershipVersion,
        Standing standing,
        Party owner,
        Party organiser,
        String variant,
        int variantVersion,
        Optional<CohortName> cohort,
        Period firstTerm,
        Optional<FromRound> round,
        LocalDate lastDay,
        String why,
        String message,
        int version,
        Optional<Deed> sent,
        Optional<TakenBack> takenBack,
        List<OfferedUnit> units) {

    /** An organisation: its id, what stands in its address, and what it is called today. */
    public record Party(long id, String key, String name) {}

    /** The selection round that an offer stands on, as it was called. */
    public record FromRound(long id, String name) {}

    /** Who did something, and when. */
    public record Deed(long person, String by, Instant at) {}

    /** That those who made it took it back, and why. */
    public record TakenBack(Deed deed, String why) {}

    /** Where an offer is. */
    public enum State {
        DRAFT,
        WAITING,
        /** The last day has passed, and what is not answered lapses tonight. */
        PASSED,
        ANSWERED,
        TAKEN_BACK
    }

    /**
     * A unit that is offered a place.
     *
     * @param id the id of the offer to it
     * @param unit the id of the unit
     * @param called whether it is a reserve that took somebody's place
     * @param standing where it stands
     * @param version what a decision about it names as the version it saw
     * @param asked whose yes it needs; none while the offer is a draft
     */
    public record OfferedUnit(
            long id,
            long unit,
            String key,
            String name,
            Level level,
            boolean called,
            Standing standing,
            int version,
            List<Asked> asked) {

        /** Whether an answer is waited for. */
        public boolean isWaiting() {
            return standing == Standing.OFFERED;
        }

        /** Whether it will not take part, so that a reserve may take its place. */
        public boolean isOut() {
            return standing == Standing.DECLINED || standing == Standing.LAPSED || standing == Standing.WITHDRAWN;
        }

        Optional<Asked> asked(Role role) {
            return asked.stream().filter(each -> each.role() == role).findFirst();
        }

        /** Those who have not said anything yet. */
        public List<Role> awaited() {
            return asked.stream()
                    .filter(each -> each.approval().isEmpty())
                    .map(Asked::role)
                    .toList();
        }
    }

    /**
     * A yes that is asked for.
     *
     * @param mandate whether the one who answers says on what mandate
     */
    public record Asked(Role role, boolean mandate, Optional<Approval> approval) {}

    /**
     * What one of those who are asked has answered.
     *
     * @param reason why not; empty for a yes
     */
    public record Approval(boolean yes, Optional<AnswerReason> reason, String words, Mandate mandate, Deed given) {}

    public State state(LocalDate today) {
        if (sent.isEmpty()) {
            return State.DRAFT;
        }
        if (takenBack.isPresent()) {
            return State.TAKEN_BACK;
        }
        if (units.stream().noneMatch(OfferedUnit::isWaiting)) {
            return State.ANSWERED;
        }
        return lastDay.isBefore(today) ? State.PASSED : State.WAITING;
    }

    public boolean isDraft() {
        return sent.isEmpty();
    }

    /** Whether nobody has answered, so that those who made it may still take it back. */
    public boolean canBeTakenBack() {
        return sent.isPresent()
                && takenBack.isEmpty()
                && units.stream().anyMatch(OfferedUnit::isWaiting)
                && units.stream()
                        .flatMap(unit -> unit.asked().stream())
                        .allMatch(each -> each.approval().isEmpty());
    }

    /** Whether every answer is in, and at least one of them is a yes. */
    public boolean isReady() {
        return takenBack.isEmpty()
                && standing == Standing.ACCEPTED
                && units.stream().noneMatch(OfferedUnit::isWaiting);
    }

    public Optional<OfferedUnit> unit(String key) {
        return units.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** How many of its units stand so. */
    public long count(Standing wanted) {
        return units.stream().filter(each -> each.standing() == wanted).count();
    }
}
