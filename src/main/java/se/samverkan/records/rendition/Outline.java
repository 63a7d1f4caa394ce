package se.samverkan.records.rendition;

import java.util.ArrayList;
import java.util.List;

/**
 * A heading with those under it, as they stand in the bookmarks beside a PDF.
 *
 * @param place which block of the document it is, from 0
 */
record Outline(String text, int place, List<Outline> under) {

    static List<Outline> of(List<Block> blocks) {
        List<List<Outline>> open = new ArrayList<>(List.of(new ArrayList<>()));
        for (int place = 0; place < blocks.size(); place++) {
            if (blocks.get(place) instanceof Block.Heading(int level, String text)) {
                open.subList(level, open.size()).clear();
                Outline entry = new Outline(text, place, new ArrayList<>());
                open.getLast().add(entry);
                open.add(entry.under());
            }
        }
        return open.getFirst();
    }
}
