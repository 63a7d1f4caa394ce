package se.samverkan.intervention.catalogue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import se.samverkan.shared.Period;

/**
 * What a provider says of something that it offers.
 *
 * @param ref the provider's own reference, which tells the entry in a file
 * @param schoolForms codes of school forms; empty for any
 * @param terms how many terms it takes
 * @param hours how many hours a participant gives it in all; empty where that is not told
 * @param capacity for how many groups there is room, by term
 * @param places codes of municipalities; empty for the whole country
 * @param remote whether it can be given at a distance
 * @param research references to what it stands on
 * @param words what it is and how it goes
 * @param said what earlier participants said
 * @param offered whether others than the provider see it
 */
public record EntryDraft(
        String ref,
        String title,
        Shape shape,
        Set<ActingLevel> levels,
        Set<Theme> themes,
        List<String> schoolForms,
        WorkForm work,
        int terms,
        OptionalInt hours,
        SortedMap<Period, Integer> capacity,
        List<String> places,
        boolean remote,
        Set<Language> languages,
        EvidenceBase base,
        String research,
        String words,
        String said,
        boolean offered) {

    /** How many groups there is room for in a term; empty where that is not told. */
    public OptionalInt roomIn(Period term) {
        Integer groups = capacity.get(term);
        return groups == null ? OptionalInt.empty() : OptionalInt.of(groups);
    }
}
