package se.samverkan.statistics.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a small chart over time shows: one line of one's own, the span of those that resemble one, and thin lines to hold
 * it against. Words come in the reader's language; the pen only places them.
 *
 * @param id a name that no other chart on the page has
 * @param title what the picture says, for those who do not see it
 * @param description the newest values in words
 * @param slots the periods from left to right, as they are written
 * @param points one's own figures, at most one per slot
 * @param band the span to hold them against, at most one per slot
 * @param lines the thin lines, at most three
 * @param breaks where what is measured became something else; no line goes across
 * @param ownLabel what one's own line is called
 * @param bandLabel what the span is called
 * @param axis the scale
 * @param marks what happened meanwhile
 */
public record Chart(
        String id,
        String title,
        String description,
        List<String> slots,
        List<Point> points,
        List<Span> band,
        List<Line> lines,
        List<Break> breaks,
        String ownLabel,
        String bandLabel,
        Axis axis,
        List<Mark> marks) {

    /** One without anything that happened. */
    public Chart(
            String id,
            String title,
            String description,
            List<String> slots,
            List<Point> points,
            List<Span> band,
            List<Line> lines,
            List<Break> breaks,
            String ownLabel,
            String bandLabel,
            Axis axis) {
        this(id, title, description, slots, points, band, lines, breaks, ownLabel, bandLabel, axis, List.of());
    }

    /** Something that happened or began between the slot before and this one, in words: an upright mark at the foot. */
    public record Mark(int slot, String words) {}

    /**
     * A figure of one's own in a slot.
     *
     * @param slot from 0
     * @param value the value, or null when there is none: then the mark is hollow
     * @param low the lower end of its interval, or null
     * @param high the upper end of its interval, or null
     * @param words the figure in words, with its reason when there is none
     */
    public record Point(
            int slot,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            String words) {}

    /** A series that means something else from this slot on, with why in words. */
    public record Break(int slot, String words) {}

    /** Whether a line may go from the slot before to this one. */
    boolean isWhole(int slot) {
        return breaks.stream().noneMatch(each -> each.slot() == slot);
    }

    /** A span in a slot. */
    public record Span(int slot, double low, double high) {}

    /**
     * A thin line.
     *
     * @param label what it is called, short
     * @param kind the class of the line: {@code area} or {@code country}
     * @param slots where it has values
     * @param values its values there
     */
    public record Line(String label, String kind, int[] slots, double[] values) {}
}
