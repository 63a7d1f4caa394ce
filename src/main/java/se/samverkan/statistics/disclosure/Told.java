package se.samverkan.statistics.disclosure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of a table from elsewhere: between what the sum of some of its numbers must lie. An earlier version tells it, or
 * another table that counts the same.
 */
public record Told(List<Place> places, Range range) {

    public Told {
        places = List.copyOf(places);
    }

    /** That they come to exactly so much. */
    public static Told exactly(List<Place> places, double value) {
        return new Told(places, new Range(value, OptionalDouble.of(value)));
    }
}
