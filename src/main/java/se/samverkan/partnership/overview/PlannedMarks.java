package se.samverkan.partnership.overview;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samverkan.partnership.CaseMarks.Kind;
import se.samverkan.partnership.CaseMarks.Mark;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.variant.Variant;

/**
 * What the variant plans for a case: its meetings, so many weeks into their phase, and its papers, at the end of theirs. A
 * phase that no unit has begun is planned from the first term.
 */
final class PlannedMarks {

    private PlannedMarks() {}

    /** @param but the keys of the meetings that are marked as they are really planned */
    static List<Mark> of(
            PartnershipView view, Variant variant, Map<Long, Map<String, LocalDate>> begun, Set<String> but) {
        Stream<Mark> meetings = variant.series().stream()
                .flatMap(series -> series.meetings().stream()
                        .filter(meeting -> !but.contains(meeting.key()))
                        .map(meeting -> new Mark(
                                Kind.MEETING,
                                begins(view, variant, begun, series.phase()).plusWeeks(meeting.weeks()),
                                meeting.name(),
                                false,
                                meeting.key())));
        Stream<Mark> documents = variant.documents().stream()
                .flatMap(document -> variant.phase(document.phase()).stream()
                        .map(phase -> new Mark(
                                Kind.DOCUMENT,
                                begins(view, variant, begun, phase.key()).plusMonths(6L * phase.terms()),
                                document.name(),
                                false,
                                "")));
        return Stream.concat(meetings, documents)
                .sorted(Comparator.comparing(Mark::day))
                .toList();
    }

    /** The first day on which a unit began the phase, or the day planned for it. */
    static LocalDate begins(
            PartnershipView view, Variant variant, Map<Long, Map<String, LocalDate>> begun, String phase) {
        Optional<LocalDate> first = begun.values().stream()
                .map(each -> each.get(phase))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        return first.orElseGet(() -> planned(view, variant, phase));
    }

    static LocalDate planned(PartnershipView view, Variant variant, String phase) {
        return view.firstTerm().plusTerms(variant.firstTerm(phase)).firstDayOfTerm();
    }
}
