package se.samverkan.records.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What the parts of a Word file are made from.
 *
 * @param page the words around the page numbers
 * @param pictures the figures in order
 */
record WordSource(Document document, PageWords page, List<Picture> pictures) {

    /** The room between the margins, in twentieths of a point. */
    private static final int TEXT_WIDTH = 8788;

    static WordSource of(Document document) {
        List<Picture> pictures = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Block.Figure figure) {
                pictures.add(new Picture(pictures.size() + 1, figure, Drawing.of(figure)));
            }
        }
        return new WordSource(document, PageWords.in(document), pictures);
    }

    Picture picture(Block.Figure figure) {
        return pictures.stream()
                .filter(picture -> picture.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    Instant made() {
        return document.made().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The widths of a table's columns to begin with: a first column of names gets most, numbers least. */
    List<Integer> widths(Block.Table table) {
        List<Integer> shares = new ArrayList<>();
        for (Block.Column column : table.columns()) {
            shares.add(shares.isEmpty() ? 5 : column.numbers() ? 2 : 4);
        }
        int all = shares.stream().mapToInt(Integer::intValue).sum();
        return shares.stream().map(share -> TEXT_WIDTH * share / all).toList();
    }
}
