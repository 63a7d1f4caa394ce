package se.samverkan.intervention.catalogue;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.intervention.catalogue.EntryText.Written;
import se.samverkan.intervention.catalogue.Vocabulary.Spoken;
import se.samverkan.shared.CellText;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors.Problem;
import se.samverkan.shared.page.Words;

/** A provider's catalogue as a file for a spreadsheet, out and in: what goes out comes in again as it was. */
@Component
class CatalogueFile {

    /** As many entries as a file can hold. */
    static final int MOST = 500;

    private final Vocabulary vocabulary;
    private final MessageSource messages;

    CatalogueFile(Vocabulary vocabulary, MessageSource messages) {
        this.vocabulary = vocabulary;
        this.messages = messages;
    }

    /**
     * What a file says.
     *
     * @param entries what can be taken in, in the order of the file
     * @param refused the lines that cannot
     * @param ignored the columns that were left out unread
     */
    record Content(List<EntryDraft> entries, List<RefusedLine> refused, List<String> ignored) {}

    /**
     * Something that is wrong in a line.
     *
     * @param line where it stands in the file
     * @param field in which field; empty where it is the line as a whole
     */
    record RefusedLine(int line, String field, String reason, List<Object> details) {}

    /** @throws Refusal when it is no list, lacks columns, or is too long */
    Content read(byte[] file) {
        CsvList list = CsvList.readAsExcelWrites(file);
        Map<String, String> columns = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (String column : list.columns()) {
            field(column).ifPresentOrElse(field -> columns.putIfAbsent(field, column), () -> ignored.add(column));
        }
        List<String> missing = EntryText.NEEDED.stream()
                .filter(field -> !columns.containsKey(field))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.rule(
                    "intervention.refusal.columns",
                    missing.size(),
                    String.join(", ", missing.stream().map(this::swedish).toList()));
        }
        if (list.rows().size() > MOST) {
            throw Refusal.rule("intervention.refusal.rows", list.rows().size(), MOST);
        }
        return read(list.rows(), columns, ignored);
    }

    private Content read(List<CsvList.Row> rows, Map<String, String> columns, List<String> ignored) {
        List<EntryDraft> entries = new ArrayList<>();
        List<RefusedLine> refused = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        Spoken spoken = vocabulary.spoken();
        for (CsvList.Row row : rows) {
            Written written = EntryText.read(field -> cell(row, columns, field), spoken);
            List<RefusedLine> wrong = wrong(row, columns, written);
            String ref = cell(row, columns, "ref");
            Integer before = wrong.isEmpty() ? lines.putIfAbsent(ref, row.line()) : null;
            if (before != null) {
                refused.add(new RefusedLine(row.line(), "ref", "intervention.refusal.twice", List.of(ref, before)));
            } else if (wrong.isEmpty()) {
                written.draft().ifPresent(entries::add);
            }
            refused.addAll(wrong);
        }
        return new Content(entries, refused, ignored);
    }

    private static List<RefusedLine> wrong(CsvList.Row row, Map<String, String> columns, Written written) {
        Stream<RefusedLine> numbers = EntryText.FIELDS.stream()
                .filter(field -> PersonalNumbers.areIn(cell(row, columns, field)))
                .map(field -> new RefusedLine(row.line(), field, "intervention.refusal.personal-number", List.of()));
        Stream<RefusedLine> problems = written.errors().problems().stream().map(each -> refused(row.line(), each));
        return Stream.concat(numbers, problems).toList();
    }

    private static RefusedLine refused(int line, Problem problem) {
        return new RefusedLine(line, problem.field(), problem.key(), problem.details());
    }

    private static String cell(CsvList.Row row, Map<String, String> columns, String field) {
        String column = columns.get(field);
        return column == null ? "" : CellText.original(row.cell(column)).strip();
    }

    private Optional<String> field(String column) {
        String said = Vocabulary.plain(column);
        return EntryText.FIELDS.stream()
                .filter(field -> field.equals(said)
                        || Vocabulary.plain(swedish(field)).equals(said)
                        || Vocabulary.plain(new Words(messages, Words.ENGLISH).text(heading(field)))
                                .equals(said))
                .findFirst();
    }

    private String swedish(String field) {
        return new Words(messages, Words.SWEDISH).text(heading(field));
    }

    private static String heading(String field) {
        return "intervention.column." + field;
    }

    /** The entries as a file, in the reader's language. */
    String write(List<EntryDraft> entries, Words words) {
        Spoken spoken = vocabulary.spoken();
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out)) {
            writer.writeRecord(EntryText.FIELDS.stream()
                    .map(field -> words.text(heading(field)))
                    .toList());
            entries.forEach(entry -> writer.writeRecord(EntryText.FIELDS.stream()
                    .map(field -> CellText.neutral(EntryText.say(entry, field, spoken, words)))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
