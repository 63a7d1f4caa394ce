package se.samverkan.reporting.review;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import se.samverkan.survey.VoicesHeard.Heard;

/**
 * The work in some cases, added up.
 *
 * @param cases how many cases it is about
 * @param meetings how many meetings were held in them
 * @param invited how many invitations there were for which somebody said whether they came
 * @param came how many of those came
 * @param heard how many voices were heard in them
 * @param days the days that each agreement took, in order
 */
record Sum(int cases, int meetings, int invited, int came, Heard heard, List<Integer> days) {

    /** Fewer cases than this say too much about single people to be shown together. */
    static final int FEWEST = 3;

    /** What is known of one case. */
    record Part(int meetings, int invited, int came, Heard heard, OptionalInt days) {}

    static Sum of(Collection<Part> parts) {
        return new Sum(
                parts.size(),
                parts.stream().mapToInt(Part::meetings).sum(),
                parts.stream().mapToInt(Part::invited).sum(),
                parts.stream().mapToInt(Part::came).sum(),
                new Heard(
                        0,
                        parts.stream().mapToInt(each -> each.heard().surveys()).sum(),
                        parts.stream().mapToInt(each -> each.heard().answers()).sum(),
                        parts.stream().mapToInt(each -> each.heard().rounds()).sum()),
                parts.stream()
                        .flatMapToInt(part -> part.days().stream())
                        .sorted()
                        .boxed()
                        .toList());
    }

    /** How large a share came, in whole per cent; nothing while nobody has said. */
    OptionalInt share() {
        return invited == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * came / invited));
    }

    /** The median of the days to an agreement; the lower of two in the middle. */
    OptionalInt medianDays() {
        return days.isEmpty() ? OptionalInt.empty() : OptionalInt.of(days.get((days.size() - 1) / 2));
    }
}
