package se.samverkan.agreement.deviation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.agreement.text.Party;

/**
 * A deviation (avsteg): something that is not done as it was agreed or decided.
 *
 * @param party the party that told of it
 * @param from the day from which it holds
 * @param measure what is done about it; empty where nothing is said
 */
public record DeviationView(
        long id,
        Against against,
        Party party,
        LocalDate from,
        String what,
        String why,
        String measure,
        PersonName by,
        Instant at,
        Optional<Answer> answer) {

    /** What it deviates from. */
    public enum Against {
        AGREEMENT,
        FUNDING
    }

    /** What the other party says of it. */
    public record Answer(boolean accepted, String words, PersonName by, Instant at) {}
}
