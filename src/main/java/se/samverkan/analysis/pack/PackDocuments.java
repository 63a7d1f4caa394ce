package se.samverkan.analysis.pack;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.records.rendition.Slides;
import se.samverkan.records.rendition.Slides.Slide;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.UnitReading.Group;
import se.samverkan.statistics.UnitReading.Line;

/** Makes papers of a data pack: a document with every series, picture and table; slides with a picture and a sentence each. */
@Component
class PackDocuments {

    /** More than these nobody looks at in a meeting. */
    private static final int MOST_SLIDES = 12;

    private static final int MOST_ROWS = 6;

    private static final int MOST_UNITS = 8;

    private final Clock clock;

    PackDocuments(Clock clock) {
        this.clock = clock;
    }

    Rendition document(DataPack pack, Words words) {
        List<Block> blocks = new ArrayList<>();
        pack.annotation(Annotation.WHOLE).ifPresent(each -> blocks.add(new Block.Paragraph(each.drawn(words))));
        pack.reading().flags().forEach(flag -> blocks.add(new Block.Paragraph(flag)));
        for (Group group : pack.reading().groups()) {
            blocks.add(new Block.Heading(1, group.title()));
            group.lines().forEach(line -> add(blocks, pack, line, words));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("analysis.pack.none")));
        }
        blocks.add(new Block.Note(pack.reading().likeness()));
        return new Rendition(
                words.locale(),
                pack.partnership().organiserName(),
                title(pack, words),
                pack.reading().lead(),
                List.of(new Fact(words.text("analysis.pack.unit"), pack.unit().name())),
                blocks,
                clock.instant());
    }

    private static void add(List<Block> blocks, DataPack pack, Line line, Words words) {
        blocks.add(new Block.Heading(2, line.finding()));
        pack.annotation(line.id())
                .ifPresent(each -> blocks.add(new Block.Paragraph(
                        words.text("analysis.pack.said", each.by().name(), each.drawn(words)))));
        figure(line).ifPresent(blocks::add);
        line.notes().forEach(note -> blocks.add(new Block.Paragraph(note)));
        if (!line.rows().isEmpty()) {
            List<Block.Column> columns = new ArrayList<>();
            for (int i = 0; i < line.columns().size(); i++) {
                String heading = line.columns().get(i);
                columns.add(i == 0 ? Block.Column.text(heading) : Block.Column.numbers(heading));
            }
            blocks.add(new Block.Table(line.name(), columns, rows(line)));
        }
        blocks.add(new Block.Note(line.definition() + " " + line.source()));
    }

    /** The newest periods of a series with a picture; all units of a table without one. */
    private static List<List<String>> rows(Line line) {
        return line.picture().isEmpty()
                ? line.rows()
                : line.rows().subList(0, Math.min(MOST_ROWS, line.rows().size()));
    }

    private static Optional<Block.Figure> figure(Line line) {
        return line.picture().isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Figure(line.picture(), line.finding(), line.name()));
    }

    /** Those that somebody has written beside come first, since somebody wants to talk about them. */
    Slides slides(DataPack pack, Words words) {
        List<Slide> slides = new ArrayList<>();
        pack.annotation(Annotation.WHOLE)
                .ifPresent(each -> slides.add(new Slide(
                        words.text("analysis.pack.whole"), Optional.empty(), List.of(each.drawn(words)), "")));
        pack.lines().stream()
                .sorted((one, other) -> Boolean.compare(
                        pack.annotation(other.id()).isPresent(),
                        pack.annotation(one.id()).isPresent()))
                .limit(MOST_SLIDES)
                .forEach(line -> slides.add(slide(pack, line, words)));
        slides.add(new Slide(
                words.text("analysis.pack.ask"),
                Optional.empty(),
                List.of(
                        words.text("analysis.pack.ask.surprise"),
                        words.text("analysis.pack.ask.chance"),
                        words.text("analysis.pack.ask.why"),
                        words.text("analysis.pack.ask.missing")),
                ""));
        return new Slides(
                words.locale(),
                pack.partnership().organiserName(),
                title(pack, words),
                pack.reading().lead(),
                slides,
                clock.instant());
    }

    private static Slide slide(DataPack pack, Line line, Words words) {
        List<String> sentences = new ArrayList<>();
        pack.annotation(line.id()).map(each -> each.drawn(words)).ifPresent(sentences::add);
        if (line.picture().isEmpty()) {
            sentences.addAll(sideBySide(line, words));
        }
        line.notes().stream().limit(1).forEach(sentences::add);
        return new Slide(line.finding(), figure(line), sentences, line.source());
    }

    /** As many units as can be read on a wall, by name; the rest are in the document. */
    private static List<String> sideBySide(Line line, Words words) {
        List<String> said = new ArrayList<>(line.rows().stream()
                .limit(MOST_UNITS)
                .map(row -> row.get(0) + ": " + row.get(1)
                        + (row.get(3).isEmpty()
                                ? ""
                                : " (" + line.columns().get(3).toLowerCase(words.locale()) + " " + row.get(3) + ")"))
                .toList());
        if (line.rows().size() > MOST_UNITS) {
            said.add(words.text("analysis.pack.more-units", line.rows().size() - MOST_UNITS));
        }
        return said;
    }

    private static String title(DataPack pack, Words words) {
        return words.text("analysis.pack.title.of", pack.unit().name());
    }
}
