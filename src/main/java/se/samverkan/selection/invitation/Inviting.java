package se.samverkan.selection.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.invitation.Invitable.Organiser;
import se.samverkan.selection.round.Choosers;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which those who prepare a round invite organisers to it, before its basis is frozen. From then on the
 * invited know of the round what the invitation tells; a round without invitations stays a secret.
 */
@Component
public class Inviting {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int WEEKS = 3;

    private final SelectionRounds rounds;
    private final Standing standing;
    private final Invitable invitable;
    private final StoredInvitations invitations;
    private final Choosers choosers;
    private final AuditTrail trail;
    private final InvitationTrail told;
    private final InvitationNotices notices;
    private final Clock clock;

    Inviting(
            SelectionRounds rounds,
            Standing standing,
            Invitable invitable,
            StoredInvitations invitations,
            Choosers choosers,
            AuditTrail trail,
            InvitationTrail told,
            InvitationNotices notices,
            Clock clock) {
        this.rounds = rounds;
        this.standing = standing;
        this.invitable = invitable;
        this.invitations = invitations;
        this.choosers = choosers;
        this.trail = trail;
        this.told = told;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * What is sent.
     *
     * @param organisers the keys of those who are invited
     * @param lastDay the last day to propose exclusions
     * @param greeting in own words; may be empty
     */
    public record Draft(Set<String> organisers, LocalDate lastDay, FreeText greeting) {}

    /**
     * How far it has come.
     *
     * @param organisers how many are invited
     * @param lastDay the last day of those who have the longest, or null where nobody is invited
     * @param awaited how many of them can still propose exclusions, as far as the day goes
     * @param waiting how many proposed exclusions have no answer yet
     */
    public record Numbers(int organisers, @Nullable LocalDate lastDay, int awaited, int waiting) {}

    @Transactional(readOnly = true)
    public Numbers numbers(long round) {
        return invitations.numbers(rounds.round(round).id());
    }

    /** Those that have been sent, by the organiser's name. */
    @Transactional(readOnly = true)
    public List<Invitation> sent(long round) {
        return invitations.ofRound(rounds.round(round).id());
    }

    /** The organisers that can be invited now and are not yet, by name. */
    @Transactional(readOnly = true)
    public List<Organiser> open(long round) {
        RoundView prepared = rounds.roundToPrepare(round);
        return notInvited(round, invitable.in(prepared).organisers());
    }

    private List<Organiser> notInvited(long round, List<Organiser> all) {
        Set<Long> invited = invitations.ofRound(round).stream()
                .map(each -> each.organiser().id())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(each -> !invited.contains(each.organiser().id()))
                .toList();
    }

    /** The day that the form suggests. */
    public LocalDate suggestedDay() {
        return today().plusWeeks(WEEKS);
    }

    /** Whether a day is far enough ahead to be answered by. */
    boolean isAhead(LocalDate day) {
        return day.isAfter(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }

    /**
     * Sends the invitations. They cannot be unsent.
     *
     * @throws Refusal when one of the organisers cannot be invited any longer, or nobody is chosen
     */
    @Transactional
    public void send(long id, Draft draft) {
        RoundView round = rounds.roundToPrepare(id);
        standing.lock(id);
        standing.requireOpen(id);
        if (!isAhead(draft.lastDay())) {
            throw Refusal.rule("selection.refusal.answer-by");
        }
        Invitable.Found found = invitable.in(round);
        List<Organiser> chosen = chosen(draft, notInvited(id, found.organisers()));
        String owner = choosers.name(round.owner());
        List<Long> sent = chosen.stream()
                .map(each -> invitations.add(round, owner, each, draft, found.odds()))
                .toList();
        trail.record(SelectionRounds.happening("invited", round)
                .changing(
                        "organisers",
                        null,
                        chosen.stream().map(each -> each.organiser().name()).collect(Collectors.joining(", ")))
                .changing("answer-by", null, draft.lastDay())
                .changing("number-reason", null, draft.greeting().numberReasonOrNull()));
        invitations.ofRound(id).stream()
                .filter(each -> sent.contains(each.id()))
                .sorted(Comparator.comparing(each -> each.organiser().id()))
                .forEach(each -> {
                    told.sent(each);
                    notices.sent(each);
                });
    }

    private static List<Organiser> chosen(Draft draft, List<Organiser> open) {
        List<Organiser> chosen = open.stream()
                .filter(each -> draft.organisers().contains(each.key()))
                .toList();
        if (draft.organisers().isEmpty()) {
            throw Refusal.rule("selection.refusal.nobody-invited");
        }
        if (chosen.size() < draft.organisers().size()) {
            throw Refusal.rule("selection.refusal.not-invitable");
        }
        return chosen;
    }
}
