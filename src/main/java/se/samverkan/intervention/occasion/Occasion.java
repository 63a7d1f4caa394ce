package se.samverkan.intervention.occasion;

import java.util.Optional;

/**
 * An occasion (träff) of a commission, as a version of its plan says it.
 *
 * @param partnership the case that it is for alone; empty for all that the commission is for
 * @param leaderName what the person who leads it is called; empty where nobody is named
 * @param version what a change of the draft's text names as the version it saw
 */
public record Occasion(
        long id,
        long commission,
        Optional<Long> partnership,
        OccasionText text,
        String leaderName,
        Standing standing,
        int version) {

    /** What has become of it. */
    public enum Standing {
        PLANNED,
        HELD,
        CANCELLED
    }

    /** The path of its page. */
    public String address() {
        return "/occasions/" + id;
    }

    public boolean isPlanned() {
        return standing == Standing.PLANNED;
    }

    /** Who leads it, in words; empty where that is not told. */
    public String ledBy() {
        return leaderName.isEmpty() || text.leaderWords().isEmpty()
                ? leaderName + text.leaderWords()
                : leaderName + ", " + text.leaderWords();
    }

    Occasion ledBy(String name) {
        return new Occasion(id, commission, partnership, text, name, standing, version);
    }
}
