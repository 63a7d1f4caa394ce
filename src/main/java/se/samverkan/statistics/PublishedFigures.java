package se.samverkan.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Observation.Breakdown;

/** The door to the published figures of many units at once, for rooms that compare units by them. All of it is public. */
public interface PublishedFigures {

    /**
     * A figure of a unit.
     *
     * @param unit the unit's id
     * @param indicator the indicator's code
     * @param n the size of the cohort in persons, where that is published
     * @param importId the import that brought it
     */
    record UnitFigure(
            long unit,
            String indicator,
            Breakdown breakdown,
            Period period,
            Figure figure,
            OptionalInt n,
            int importId) {}

    /**
     * The figures of these units and indicators in these periods, of the whole, of programmes and of grades, in the order of
     * unit, indicator, part and time.
     *
     * @param knownBy the last import that counts, as a snapshot keeps it; empty for what is known now
     */
    List<UnitFigure> of(
            Collection<Long> units, Collection<String> indicators, Collection<Period> periods, OptionalInt knownBy);

    /** The periods of which there is any figure of an indicator, the newest first. */
    default List<Period> periods(String indicator) {
        return periods(List.of(indicator)).getOrDefault(indicator, List.of());
    }

    /** The same of several indicators, by their codes; one without any figure is not there. */
    Map<String, List<Period>> periods(Collection<String> indicators);

    /** Where a figure comes from and when it was fetched, by the number of its import. */
    Optional<Origin> origin(int importId);

    /** Where figures come from: the source as a key of the message files, and the day they were fetched. */
    record Origin(String source, java.time.LocalDate fetched) {}
}
