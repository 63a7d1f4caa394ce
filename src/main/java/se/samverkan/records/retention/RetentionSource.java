package se.samverkan.records.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** One kind of thing that can be disposed of. The room that keeps it implements it; how long it is kept is a rule. */
public interface RetentionSource {

    /** The kind, as the rule names it; a key under {@code retention.kind.} of the message files. */
    String kind();

    /**
     * What had come to rest by a day, the oldest first.
     *
     * @param restedBy the last day on which anything happened to it
     * @param most how many at most
     */
    List<Due> due(LocalDate restedBy, int most);

    /** Disposes of these for good, in the transaction of the decision. */
    void dispose(Collection<String> items);

    /**
     * A thing that may go.
     *
     * @param item its id within its kind
     * @param label what people call it
     * @param restedOn the last day on which anything happened to it
     */
    record Due(String item, String label, LocalDate restedOn) {}
}
