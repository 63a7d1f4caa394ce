package se.samverkan.intervention.matching;

import java.time.Instant;
import java.util.List;
import se.samverkan.access.Names.PersonName;

/**
 * Something that was chosen for a cause or an area.
 *
 * @param part the id of the cause or area
 * @param entry the id of the entry, which may not be offered any longer
 * @param title what the entry was called then
 * @param words why it was chosen
 * @param reasons what the program said for and against it then, as sentences
 */
public record Chosen(
        long id,
        long analysis,
        long part,
        long entry,
        String title,
        String provider,
        String words,
        List<String> reasons,
        PersonName by,
        Instant at) {}
