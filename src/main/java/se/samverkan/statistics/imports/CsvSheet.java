package se.samverkan.statistics.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.CellText;

/** A table written as text, whatever its encoding, with semicolons, tabs or commas between the cells. */
final class CsvSheet implements Sheet {

    /** Tried in this order; the first of equals wins. */
    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');

    private static final int LOOKED_AT = 200;
    private static final int LONGEST_CELL = 1 << 20;

    private final SourceFile file;
    private final Encoding encoding;
    private final char separator;

    private CsvSheet(SourceFile file, Encoding encoding, char separator) {
        this.file = file;
        this.encoding = encoding;
        this.separator = separator;
    }

    static CsvSheet open(SourceFile file) {
        Encoding encoding = Encoding.of(file.path());
        return SEPARATORS.stream()
                .map(separator -> new CsvSheet(file, encoding, separator))
                .max(Comparator.comparingInt(CsvSheet::likelihood).thenComparing(CsvSheet::precedence))
                .filter(sheet -> sheet.likelihood() > 0)
                .orElseThrow(() -> new Unreadable("not-a-table"));
    }

    /** How much of a table it makes: rows of the commonest width above one, times the borders in each. */
    private int likelihood() {
        Map<Integer, Integer> rowsOfWidth = new HashMap<>();
        try (Stream<Line> lines = lines()) {
            lines.limit(LOOKED_AT)
                    .forEach(line -> rowsOfWidth.merge(line.cells().size(), 1, Integer::sum));
        } catch (Unreadable unreadable) {
            return 0;
        }
        return rowsOfWidth.entrySet().stream()
                .mapToInt(width -> (width.getKey() - 1) * width.getValue())
                .max()
                .orElse(0);
    }

    private int precedence() {
        return -SEPARATORS.indexOf(separator);
    }

    @Override
    public Map<String, String> understood() {
        String name = separator == ';' ? "SEMICOLON" : separator == ',' ? "COMMA" : "TAB";
        return Map.of("format", "CSV", "encoding", encoding.name(), "separator", name);
    }

    @Override
    public Stream<Line> lines() {
        CsvReaderBuilder rules = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_CELL);
        CsvReader<CsvRecord> records = rules.ofCsvRecord(reader());
        Iterator<Line> lines = new Lines(records.iterator());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(() -> close(records));
    }

    private Reader reader() {
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
            in.skipNBytes(encoding.mark());
            return new InputStreamReader(in, encoding.charset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(CsvReader<CsvRecord> records) {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers the records and says which row could not be read. */
    private static final class Lines implements Iterator<Line> {

        private final Iterator<CsvRecord> records;
        private int number;

        Lines(Iterator<CsvRecord> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            try {
                return records.hasNext();
            } catch (CsvParseException e) {
                throw new Unreadable("broken-row", number + 1);
            } catch (UncheckedIOException e) {
                throw new Unreadable("broken-row", number + 1);
            }
        }

        @Override
        public Line next() {
            @Nullable CsvRecord next;
            try {
                next = records.next();
            } catch (CsvParseException e) {
                throw new Unreadable("broken-row", number + 1);
            }
            if (next == null) {
                throw new NoSuchElementException();
            }
            number++;
            return new Line(
                    number,
                    next.getFields().stream()
                            .map(field -> CellText.original(field.strip()))
                            .toList());
        }
    }
}
