package se.samverkan.programme.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.samverkan.programme.variant.Entry.Approval;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.MeetingSeries;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.RequiredDocument;
import se.samverkan.programme.variant.Staffing;
import se.samverkan.programme.variant.Variant;

/**
 * A variant as one role meets it: what it is asked to do, phase by phase, and how long that takes.
 *
 * @param role the role
 * @param approves whether it says yes for a unit, and on a mandate
 * @param stretches the phases with what there is for the role
 */
record Rolewise(String role, List<Approval> approves, List<Stretch> stretches) {

    /**
     * A phase as the role meets it.
     *
     * @param phase the phase
     * @param steps what the role does
     * @param meetings the meetings that it is invited to
     * @param documents what it adopts
     * @param forms what is filled in where the role works
     */
    record Stretch(
            Phase phase,
            List<Phase.Step> steps,
            List<MeetingSeries.PlannedMeeting> meetings,
            List<RequiredDocument> documents,
            List<QuestionForm> forms) {

        /** Steps and meetings together. */
        int minutes() {
            return steps.stream().mapToInt(Phase.Step::minutes).sum()
                    + meetings.stream()
                            .mapToInt(MeetingSeries.PlannedMeeting::minutes)
                            .sum();
        }
    }

    /** The roles that a variant gives something to do, in the order in which it names them. */
    static List<String> roles(Variant variant) {
        Set<String> roles = new LinkedHashSet<>();
        variant.entry().approvals().forEach(each -> roles.add(each.role()));
        variant.staffing().forEach(each -> roles.add(each.role()));
        variant.phases().forEach(phase -> phase.steps().forEach(step -> roles.add(step.role())));
        variant.documents().forEach(each -> roles.addAll(each.adoptedBy()));
        variant.series().forEach(each -> each.meetings().forEach(meeting -> roles.addAll(meeting.invited())));
        return new ArrayList<>(roles);
    }

    static Rolewise of(Variant variant, String role) {
        return new Rolewise(
                role,
                variant.entry().approvals().stream()
                        .filter(each -> each.role().equals(role))
                        .toList(),
                variant.phases().stream()
                        .map(phase -> stretch(variant, phase, role))
                        .toList());
    }

    private static Stretch stretch(Variant variant, Phase phase, String role) {
        Set<Level> levels = new LinkedHashSet<>();
        variant.staffing().stream()
                .filter(each -> each.role().equals(role))
                .map(Staffing::levels)
                .forEach(levels::addAll);
        return new Stretch(
                phase,
                phase.steps().stream().filter(step -> step.role().equals(role)).toList(),
                variant.series().stream()
                        .filter(each -> each.phase().equals(phase.key()))
                        .flatMap(each -> each.meetings().stream())
                        .filter(meeting -> meeting.invited().contains(role))
                        .toList(),
                variant.documents().stream()
                        .filter(each -> each.phase().equals(phase.key())
                                && each.adoptedBy().contains(role))
                        .toList(),
                variant.forms().stream()
                        .filter(each -> each.phase().equals(phase.key())
                                && each.levels().stream().anyMatch(levels::contains))
                        .toList());
    }
}
