package se.samverkan.intervention.occasion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a plan says of an occasion.
 *
 * @param minutes how long it is
 * @param remote whether one takes part at a distance; then the place may be empty
 * @param participants who takes part, by group or role; never a pupil
 * @param betweenWork what the participants do until the next one
 * @param leader the id of the person who leads it, where it is one of the two sides' own
 * @param leaderWords who leads it otherwise; may be empty
 */
public record OccasionText(
        String title,
        Instant starts,
        int minutes,
        String place,
        boolean remote,
        String content,
        String participants,
        String preparation,
        String betweenWork,
        Optional<Long> leader,
        String leaderWords) {

    /** Where the clocks are that people read. */
    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    public LocalDate day() {
        return LocalDate.ofInstant(starts, SWEDEN);
    }

    public Instant ends() {
        return starts.plusSeconds(60L * minutes);
    }
}
