package se.samverkan.statistics.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The name of a line at its right end.
 *
 * @param y the height it would like to stand at
 * @param kind the class of its words, empty for the quiet ones
 */
record Label(String words, double y, String colour, String kind) {

    private static final double HEIGHT = 13;

    /** Pushes labels apart so that none covers another, and keeps them within the picture. */
    static List<Label> spread(List<Label> labels, double top, double bottom) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(Label::y));
        double free = top;
        for (int i = 0; i < sorted.size(); i++) {
            sorted.set(i, sorted.get(i).at(Math.max(sorted.get(i).y, free)));
            free = sorted.get(i).y + HEIGHT;
        }
        double limit = bottom;
        for (int i = sorted.size() - 1; i >= 0; i--) {
            sorted.set(i, sorted.get(i).at(Math.min(sorted.get(i).y, limit)));
            limit = sorted.get(i).y - HEIGHT;
        }
        return sorted;
    }

    private Label at(double height) {
        return new Label(words, height, colour, kind);
    }
}
