package se.samverkan.followup.sign;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody saw a sign.
 *
 * @param by who; empty for somebody who came by the unit's code
 * @param file the id and the name of what shows it
 */
public record NoteView(
        long id,
        long sign,
        SignState state,
        String words,
        LocalDate seenOn,
        Standing standing,
        Optional<String> by,
        Optional<Evidence> file) {

    /** Whether it counts: one without a name waits for the working group. */
    public enum Standing {
        TAKEN_IN,
        WAITS,
        SET_ASIDE
    }

    /** A photo or a document that shows it. */
    public record Evidence(long file, String name) {}

    public boolean counts() {
        return standing == Standing.TAKEN_IN;
    }

    public boolean waits() {
        return standing == Standing.WAITS;
    }

    /** The path of the file that shows it. */
    public String fileAddress() {
        return "/signs/" + sign + "/notes/" + id + "/file";
    }
}
