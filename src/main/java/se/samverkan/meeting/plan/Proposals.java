package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samverkan.meeting.MeetingView;
import se.samverkan.organisation.Particulars;
import se.samverkan.partnership.CaseCourse;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.MeetingSeries;
import se.samverkan.programme.variant.MeetingSeries.PlannedMeeting;
import se.samverkan.programme.variant.MeetingSeries.Together;
import se.samverkan.programme.variant.Variant;

/**
 * Proposes days for the meetings of the variant's series: so many weeks into the phase as the unit began it, or is planned
 * to, on the next school day that no other meeting of the case has taken.
 */
@Component
class Proposals {

    private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);

    private final CaseCourse course;
    private final Particulars particulars;

    Proposals(CaseCourse course, Particulars particulars) {
        this.course = course;
        this.particulars = particulars;
    }

    /** Everything of the variant's series that can still be planned in a case, unit by unit where they meet apart. */
    List<SeriesPlan> left(PartnershipView partnership, List<MeetingView> there) {
        if (!partnership.standing().isLive()) {
            return List.of();
        }
        Variant variant = course.variant(partnership);
        Map<Long, Map<String, LocalDate>> begun = course.phasesBegun(partnership.id());
        SchoolDays days = new SchoolDays(particulars.calendar(partnership.organiser()));
        return variant.series().stream()
                .flatMap(series -> places(partnership, series)
                        .map(unit -> plan(partnership, variant, series, unit, begun, there, days)))
                .filter(plan -> !plan.proposals().isEmpty())
                .toList();
    }

    private static Stream<Optional<Participant>> places(PartnershipView partnership, MeetingSeries series) {
        List<Participant> units = partnership.units().stream()
                .filter(unit -> unit.standing().isLive() && series.levels().contains(unit.level()))
                .toList();
        if (series.together() == Together.UNIT) {
            return units.stream().map(Optional::of);
        }
        return units.isEmpty() ? Stream.empty() : Stream.of(Optional.empty());
    }

    private static SeriesPlan plan(
            PartnershipView partnership,
            Variant variant,
            MeetingSeries series,
            Optional<Participant> unit,
            Map<Long, Map<String, LocalDate>> begun,
            List<MeetingView> there,
            SchoolDays days) {
        LocalDate begins = begins(partnership, variant, series.phase(), unit, begun);
        Optional<Long> at = unit.map(Participant::unit);
        Set<String> planned = there.stream()
                .filter(each -> !each.isCancelled()
                        && each.series().equals(series.key())
                        && each.unit().equals(at))
                .map(MeetingView::item)
                .collect(Collectors.toSet());
        Set<LocalDate> taken = there.stream()
                .filter(each -> !each.isCancelled())
                .map(MeetingView::day)
                .collect(Collectors.toCollection(HashSet::new));
        List<Proposal> proposals = new ArrayList<>();
        for (PlannedMeeting meeting : series.meetings()) {
            if (!planned.contains(meeting.key())) {
                Proposal proposal = proposal(meeting, begins.plusWeeks(meeting.weeks()), days, taken);
                taken.add(proposal.day());
                proposals.add(proposal);
            }
        }
        return new SeriesPlan(partnership, series, unit, begins, proposals, days.areKnown());
    }

    private static Proposal proposal(PlannedMeeting meeting, LocalDate wanted, SchoolDays days, Set<LocalDate> taken) {
        LocalDate day = days.onOrAfter(wanted);
        while (taken.contains(day)) {
            day = days.onOrAfter(day.plusDays(1));
        }
        return new Proposal(meeting, day, AFTER_LUNCH, !days.isOpen(wanted) && !SchoolDays.isWeekend(wanted));
    }

    private static LocalDate begins(
            PartnershipView partnership,
            Variant variant,
            String phase,
            Optional<Participant> unit,
            Map<Long, Map<String, LocalDate>> begun) {
        Stream<Map<String, LocalDate>> of = unit.map(each -> Stream.of(begun.getOrDefault(each.unit(), Map.of())))
                .orElseGet(() -> begun.values().stream());
        return of.map(each -> each.get(phase))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElseGet(() -> partnership
                        .firstTerm()
                        .plusTerms(variant.firstTerm(phase))
                        .firstDayOfTerm());
    }
}
