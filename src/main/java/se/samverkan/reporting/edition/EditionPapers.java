package se.samverkan.reporting.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.NamedTable.Cell;
import se.samverkan.reporting.edition.Edition.Part;
import se.samverkan.shared.page.TableFile;
import se.samverkan.shared.page.Words;

/** A yearly report as a document, in Swedish whoever reads it (språklagen, section 10), and its tables as files. */
@Component
class EditionPapers {

    private final MessageSource messages;

    EditionPapers(MessageSource messages) {
        this.messages = messages;
    }

    String title(Edition edition) {
        return new Words(messages, Words.SWEDISH)
                .text("edition.one", edition.programme().sv(), Integer.toString(edition.year()));
    }

    Rendition rendition(Edition edition, Instant made) {
        Words words = new Words(messages, Words.SWEDISH);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.text("edition.fact.counted"), words.moment(edition.countedAt())));
        edition.handedIn()
                .ifPresent(handed -> facts.add(new Fact(
                        words.text("edition.fact.handed-in"), handed.by() + ", " + words.moment(handed.at()))));
        return new Rendition(
                Words.SWEDISH,
                edition.organisationName(),
                title(edition),
                words.text("edition.paper.lead"),
                facts,
                blocks(edition, words),
                made);
    }

    private static List<Block> blocks(Edition edition, Words words) {
        List<Block> blocks = new ArrayList<>();
        for (Part part : edition.parts()) {
            if (part.isBlank() && part.tables().isEmpty()) {
                continue;
            }
            blocks.add(new Block.Heading(1, words.text("edition.part." + part.key())));
            if (!part.isBlank()) {
                blocks.add(new Block.Paragraph(part.words()));
            }
            for (NamedTable table : part.tables()) {
                blocks.add(new Block.Heading(2, table.title().sv()));
                blocks.add(table(table, words));
                blocks.add(new Block.Note(table.about().sv()));
            }
        }
        blocks.add(new Block.Note(words.text("edition.paper.masking")));
        return blocks;
    }

    private static Block.Table table(NamedTable table, Words words) {
        return new Block.Table(
                table.title().sv(),
                Stream.concat(
                                Stream.of(Block.Column.text(table.rowAxis().sv())),
                                table.columns().stream()
                                        .map(column -> Block.Column.numbers(
                                                column.names().sv())))
                        .toList(),
                table.rows().stream()
                        .map(row -> Stream.concat(
                                        Stream.of(row.names().sv()),
                                        table.columns().stream()
                                                .map(column -> said(table.cell(row.key(), column.key()), words)))
                                .toList())
                        .toList());
    }

    private static String said(Cell cell, Words words) {
        return cell.value() == null ? words.text("aggregate.masked") : words.number(cell.value(), 0);
    }

    /** A table of it to count with. */
    TableFile file(NamedTable table, Words words) {
        return new TableFile(
                table.topic(),
                Stream.concat(
                                Stream.of(table.rowAxis().in(words.locale())),
                                table.columns().stream()
                                        .map(column -> column.names().in(words.locale())))
                        .toList(),
                table.rows().stream()
                        .map(row -> Stream.concat(
                                        Stream.<Object>of(row.names().in(words.locale())),
                                        table.columns().stream()
                                                .map(column -> taken(table.cell(row.key(), column.key()), words)))
                                .toList())
                        .toList(),
                0);
    }

    private static Object taken(Cell cell, Words words) {
        return cell.value() == null ? words.text("aggregate.masked") : (Object) cell.value();
    }
}
