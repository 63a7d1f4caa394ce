package se.samverkan.followup.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samverkan.agreement.ToldDeviations;
import se.samverkan.shared.Period;

/**
 * A report of a plan, as the reader knows it.
 *
 * @param term the last term that it tells of
 * @param deviations what deviated from the agreement or the funding decision when the organiser adopted it
 * @param document the id of the document that it became when it was handed in
 * @param version what a change names as the version it saw
 */
public record ReportView(
        long id,
        long plan,
        long agency,
        long unit,
        ReportKind kind,
        Period term,
        Standing standing,
        List<Area> areas,
        List<Part> parts,
        List<ToldDeviations.Told> deviations,
        List<Deed> deeds,
        Optional<Long> document,
        int version) {

    /** Where it stands. */
    public enum Standing {
        DRAFT,
        /** Adopted by the unit; waits for the organiser. */
        ADOPTED,
        /** Adopted by both. */
        APPROVED,
        /** Handed in to the agency or office: it stands. */
        HANDED_IN;

        boolean isAdoptedByBoth() {
            return this == APPROVED || this == HANDED_IN;
        }

        public boolean isWritten() {
            return this == DRAFT;
        }
    }

    /**
     * What is told of an area: problem, causes and goals as the plan said them, the rest in the unit's own words.
     *
     * @param improvements what has become visibly better
     * @param notReached what was not reached, and why
     * @param effects what is expected from here
     */
    public record Area(
            long area,
            int number,
            String title,
            String problem,
            String causes,
            String goals,
            String improvements,
            String attainment,
            String notReached,
            String effects) {}

    /**
     * What is told of an intervention.
     *
     * @param state how it stood at the last checkpoint; empty where nobody had judged it
     */
    public record Part(
            long intervention, long area, int number, String title, String state, String dose, String words) {}

    /** A decision about it. */
    public record Deed(String deed, String words, String by, Instant at) {}

    /** The path of its page. */
    public String address() {
        return "/follow-up-reports/" + id;
    }

    /** What its comments are about. */
    public String part() {
        return "report-" + id;
    }

    /** What it tells of an area; empty where the plan had none such yet. */
    public Optional<Area> area(long area) {
        return areas.stream().filter(each -> each.area() == area).findFirst();
    }

    public List<Part> partsOf(Area area) {
        return parts.stream().filter(each -> each.area() == area.area()).toList();
    }

    public Optional<Deed> last(String deed) {
        return deeds.stream().filter(each -> each.deed().equals(deed)).reduce((one, other) -> other);
    }
}
