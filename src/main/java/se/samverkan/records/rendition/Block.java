package se.samverkan.records.rendition;

import java.util.List;

/**
 * A part of a document. The kinds are few on purpose: each is drawn well, tagged for screen readers and proven in both
 * formats. Each refuses what it could not show with an {@link IllegalArgumentException}.
 */
public sealed interface Block {

    /**
     * A heading under the title.
     *
     * @param level 1 to 3; a heading is at most one level below the one before it, and the first is of level 1
     */
    record Heading(int level, String text) implements Block {
        public Heading {
            text = Plain.line(text, "heading");
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("Heading \"%s\" has level %d, not 1 to 3".formatted(text, level));
            }
        }
    }

    /** Running text; a line break in it stays one. */
    record Paragraph(String text) implements Block {
        public Paragraph {
            text = Plain.lines(text, "paragraph");
        }
    }

    /** What stands beside the matter, quieter: how to appeal, where figures come from. */
    record Note(String text) implements Block {
        public Note {
            text = Plain.lines(text, "note");
        }
    }

    /** Things one after another, without number. */
    record Items(List<String> texts) implements Block {
        public Items {
            texts = texts.stream()
                    .map(text -> Plain.lines(text, "item of a list"))
                    .toList();
            refuseNone(texts, "A list");
        }
    }

    /** Labels with their values, where a table would say too much. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
            refuseNone(facts, "A block of facts");
        }
    }

    /**
     * Figures or texts in rows. The first column says what its row is about and heads it.
     *
     * @param caption what the table shows
     * @param rows as many cells in each as there are columns; a cell may be empty, but not the first
     */
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            caption = Plain.line(caption, "caption of a table");
            columns = List.copyOf(columns);
            refuseNone(columns, "Table \"" + caption + "\"");
            refuseNone(rows, "Table \"" + caption + "\"");
            String name = caption;
            int width = columns.size();
            rows = rows.stream().map(row -> cells(row, width, name)).toList();
        }

        private static List<String> cells(List<String> row, int width, String caption) {
            if (row.size() != width) {
                throw new IllegalArgumentException("Table \"%s\" has %d columns but a row of %d cells: %s"
                        .formatted(caption, width, row.size(), row));
            }
            List<String> cells = row.stream().map(Plain::orEmpty).toList();
            Plain.line(cells.getFirst(), "first cell of a row in \"" + caption + "\"");
            return cells;
        }
    }

    /**
     * A column of a table.
     *
     * @param numbers whether it holds numbers, which stand to the right so that they can be compared
     */
    record Column(String heading, boolean numbers) {
        public Column {
            heading = Plain.line(heading, "heading of a column");
        }

        public static Column text(String heading) {
            return new Column(heading, false);
        }

        public static Column numbers(String heading) {
            return new Column(heading, true);
        }
    }

    /**
     * A drawing.
     *
     * @param svg an {@code svg} element with a {@code viewBox}, which refers to nothing outside itself
     * @param alternative the same in words, for those who do not see it
     * @param caption what it shows, for all
     */
    record Figure(String svg, String alternative, String caption) implements Block {
        public Figure {
            alternative = Plain.line(alternative, "alternative text of a figure");
            caption = Plain.line(caption, "caption of a figure");
            Drawing.check(svg);
        }
    }

    private static void refuseNone(List<?> parts, String what) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(what + " needs at least one part");
        }
    }
}
