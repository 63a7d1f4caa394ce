package se.samverkan.programme.variant;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A programme variant (programvariant) in one of its versions, whole: what it inherits is in it already. A partnership keeps
 * the version it started with until somebody moves it to a newer one.
 *
 * @param key what stands in addresses and in other rooms' rows; never changes
 * @param name what the programme is called
 * @param purpose what it is for, in a few sentences that an organiser who is offered it reads
 * @param terms own words for things of the system, by the key of the thing (such as {@code PROCESS_FACILITATOR})
 * @param levels the kinds of unit that can take part, the organiser's own level included where it does
 * @param entry how an organiser or a unit comes in
 * @param lightMode whether a small organiser may choose the short form of every form
 * @param agreement whether an agreement is drawn up and signed
 * @param funding whether there is a funding decision
 * @param alone whether an organiser runs it for itself, with no other party and no offer
 * @param staffing who is needed for a partnership
 * @param phases what it goes through, in order
 * @param series the meetings it holds
 * @param documents the papers it must leave behind
 * @param forms what is asked, phase by phase
 * @param followUp how often it is looked at whether something changed
 * @param closing what must be true before it is closed
 * @param checks extra questions to a plan
 * @param schoolForms what is different for a form of schooling
 */
public record Variant(
        String key,
        Text name,
        Text purpose,
        Map<String, Text> terms,
        List<Level> levels,
        Entry entry,
        boolean lightMode,
        boolean agreement,
        boolean funding,
        boolean alone,
        List<Staffing> staffing,
        List<Phase> phases,
        List<MeetingSeries> series,
        List<RequiredDocument> documents,
        List<QuestionForm> forms,
        FollowUp followUp,
        List<ClosingRule> closing,
        List<PlanCheck> checks,
        List<SchoolFormRule> schoolForms) {

    /** How many terms the whole is planned to take. */
    public int length() {
        return phases.stream().mapToInt(Phase::terms).sum();
    }

    public Optional<Phase> phase(String wanted) {
        return phases.stream().filter(phase -> phase.key().equals(wanted)).findFirst();
    }

    /** The phase after another; empty after the last one. */
    public Optional<Phase> after(String phase) {
        return phases.stream()
                .dropWhile(each -> !each.key().equals(phase))
                .skip(1)
                .findFirst();
    }

    /** The term, from 0, in which a phase is planned to begin. */
    public int firstTerm(String phase) {
        return phases.stream()
                .takeWhile(each -> !each.key().equals(phase))
                .mapToInt(Phase::terms)
                .sum();
    }
}
