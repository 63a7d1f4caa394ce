package se.samverkan.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samverkan.shared.page.Words;

/**
 * How a room puts its notices to the one who is told: implemented as a bean by every room that tells any.
 *
 * <p>The words of a kind stand in the room's message files as {@code mail.<kind>.subject}, one line, and
 * {@code mail.<kind>.text}, one or a few sentences; and what happened, for the list of kinds that a system can subscribe
 * to, as {@code mail.<kind>.name}.
 */
public interface NoticeText {

    /** The kinds that this room tells, as {@link Notice#kind()} has them. */
    Set<String> kinds();

    /** Those of them that organisations' own systems may subscribe to: the ones that name an organisation when told. */
    default Set<String> kindsForSystems() {
        return kinds();
    }

    /**
     * What is put into the words. Asked when the mail is sent, as the one who gets it: with the rights of that moment, in
     * a transaction of that person's, so whatever the person may not see is not there.
     *
     * @param about the ids of the notice
     * @param words the recipient's language
     * @return empty when the person may no longer see it, or it is of no use any longer; then no mail is sent
     */
    Optional<Told> tell(String kind, Map<String, String> about, Words words);

    /**
     * One notice, as it is told to one person.
     *
     * @param arguments what is put into the subject and into the text
     * @param address the path of the page where more is told
     * @param appointment what goes with it to the recipient's calendar; only with a mail that is sent at once
     */
    record Told(List<Object> arguments, String address, Optional<Appointment> appointment) {

        public Told {
            arguments = List.copyOf(arguments);
        }

        /** Without anything for a calendar. */
        public Told(List<Object> arguments, String address) {
            this(arguments, address, Optional.empty());
        }
    }
}
