package se.samverkan.records.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a register: what came or went, with one organisation.
 *
 * @param share the share that it tells of
 * @param organisation whose register it stands in
 * @param number the case number
 * @param item which item of the case
 * @param typed whether the number comes from the organisation's own registry
 * @param direction OUT or IN
 * @param document the document, or null where its particulars are kept from the reader
 * @param title empty where they are
 * @param counterparts whom it went to, or came from
 */
public record RegisterLine(
        long share,
        long organisation,
        String organisationName,
        String number,
        int item,
        boolean typed,
        String room,
        String record,
        String direction,
        String kind,
        @Nullable Long document,
        int version,
        String title,
        String counterparts,
        Instant at,
        boolean kept) {

    /** The case number with the item, such as {@code EK 2027/4-2}. */
    public String whole() {
        return number + "-" + item;
    }
}
