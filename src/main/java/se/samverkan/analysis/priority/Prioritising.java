package se.samverkan.analysis.priority;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;

/**
 * A round in which areas are put in order.
 *
 * @param number the first is 1
 * @param reason why a new round was begun after one was decided; empty for the first
 * @param scores those that the reader sees: one's own, and everybody's once it is closed
 * @param finished how many have finished their scores
 * @param people how many there are to score
 * @param mineFinished whether the reader has finished
 * @param decided by whom and when the order was decided
 * @param places the decided order
 */
public record Prioritising(
        long id,
        int number,
        String reason,
        int version,
        Stage stage,
        List<Criterion> criteria,
        List<Score> scores,
        int finished,
        int people,
        boolean mineFinished,
        Optional<Decided> decided,
        List<Place> places) {

    /** Where it stands. */
    public enum Stage {
        SCORED,
        CLOSED,
        DECIDED
    }

    /** Who decided, and when. */
    public record Decided(PersonName by, Instant at) {}

    /** The reader's own score, where there is one. */
    public Optional<Score> mine(long area, long criterion) {
        return scores.stream()
                .filter(each -> each.mine() && each.area() == area && each.criterion() == criterion)
                .findFirst();
    }

    public Spread spread(long area, long criterion) {
        return new Spread(scores.stream()
                .filter(each -> each.area() == area && each.criterion() == criterion)
                .map(Score::value)
                .sorted()
                .toList());
    }

    /** The mean of an area over all criteria, for showing the areas in an order to talk about; never the decision. */
    public double middle(long area) {
        return scores.stream()
                .filter(each -> each.area() == area)
                .mapToInt(Score::value)
                .average()
                .orElse(0);
    }

    public Optional<Place> place(long area) {
        return places.stream().filter(each -> each.area() == area).findFirst();
    }
}
