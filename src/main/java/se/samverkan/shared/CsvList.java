package se.samverkan.shared;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A list with named columns that something is computed from: CSV in UTF-8, and strict, since a cell that was guessed at
 * would change the answer. Published files from elsewhere, in whatever shape they come, are the statistics room's.
 *
 * <p>Commas, semicolons or tabs stand between the cells, and where it is not commas a number may have a decimal comma.
 * Cells are kept byte for byte; every refusal names the row by its line in the file.
 */
public final class CsvList {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ENCODING = "refusal.list.encoding";

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> columns;
    private final List<Row> rows;
    private final char separator;

    /** The list that these bytes are. Refuses what is not UTF-8, has no row, or has rows of unequal width. */
    public static CsvList read(byte[] content) {
        return new CsvList(decoded(content));
    }

    /** The same for a list that somebody has saved from Excel: what is not UTF-8 is Windows-1252, as it writes in Sweden. */
    public static CsvList readAsExcelWrites(byte[] content) {
        return new CsvList(ExcelText.of(content));
    }

    private CsvList(String text) {
        this.separator = SEPARATORS.stream()
                .max(Comparator.comparingLong(each -> count(text, each)))
                .orElseThrow();
        List<CsvRecord> records = records(text, separator);
        if (records.size() < 2) {
            throw Refusal.malformed("refusal.list.empty");
        }
        this.columns = List.copyOf(records.getFirst().getFields());
        for (String column : columns) {
            if (places.put(column, places.size()) != null) {
                throw Refusal.malformed("refusal.list.column-twice", column);
            }
        }
        this.rows = records.subList(1, records.size()).stream().map(this::row).toList();
    }

    /** The names of the columns, from left to right. */
    public List<String> columns() {
        return columns;
    }

    /** Refuses a list without one of these columns, or with another one than these where {@code only} is set. */
    public void requireColumns(boolean only, String... wanted) {
        String all = String.join(", ", wanted);
        for (String column : wanted) {
            if (!places.containsKey(column)) {
                throw Refusal.malformed("refusal.list.column-missing", column, all);
            }
        }
        columns.stream()
                .filter(column -> only && !List.of(wanted).contains(column))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusal.malformed("refusal.list.column-unknown", unknown, all);
                });
    }

    /** What each row is made into, in the order of the file; refuses an {@code id} that stands there twice. */
    public <T> List<T> each(BiFunction<Row, String, T> made) {
        Map<String, Integer> seen = HashMap.newHashMap(rows.size());
        return rows.stream()
                .map(row -> {
                    String id = row.text("id");
                    Integer before = seen.put(id, row.line);
                    if (before != null) {
                        throw row.refusal("refusal.list.id-twice", id, before);
                    }
                    return made.apply(row, id);
                })
                .toList();
    }

    /** The rows below the header, in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    private Row row(CsvRecord cells) {
        Row row = new Row(Math.toIntExact(cells.getStartingLineNumber()), cells);
        if (cells.getFieldCount() != columns.size()) {
            throw row.refusal("refusal.list.width", cells.getFieldCount(), columns.size());
        }
        return row;
    }

    private static String decoded(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.malformed(ENCODING);
        }
    }

    private static long count(String text, char separator) {
        return text.lines()
                .limit(1)
                .flatMapToInt(String::chars)
                .filter(each -> each == separator)
                .count();
    }

    private static List<CsvRecord> records(String text, char separator) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(separator)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text);
                Stream<CsvRecord> all = reader.stream()) {
            return all.toList();
        } catch (CsvParseException | java.io.IOException e) {
            throw Refusal.malformed("refusal.list.broken");
        }
    }

    /** One row of the list. */
    public final class Row {

        private final int line;
        private final CsvRecord cells;

        private Row(int line, CsvRecord cells) {
            this.line = line;
            this.cells = cells;
        }

        /** Where the row begins in the file, the header being line 1. */
        public int line() {
            return line;
        }

        /** What stands in the column, byte for byte; empty where there is no such column. */
        public String cell(String column) {
            Integer place = places.get(column);
            return place == null ? "" : cells.getField(place);
        }

        /** What stands in the column, byte for byte; refuses an empty cell. */
        public String text(String column) {
            String text = cell(column);
            if (text.isBlank()) {
                throw refusal("refusal.list.blank", column);
            }
            return text;
        }

        /** The number in the column, exactly as it is written; refuses what is not a decimal number. */
        public BigDecimal decimal(String column) {
            String written = text(column);
            String number = separator == ',' ? written.strip() : written.strip().replace(',', '.');
            if (!NUMBER.matcher(number).matches()) {
                throw refusal("refusal.list.number", column, written);
            }
            return new BigDecimal(number);
        }

        /** A refusal that names this row: its line is the first detail of the sentence. */
        public Refusal refusal(String reason, Object... details) {
            return Refusal.malformed(
                    reason, Stream.concat(Stream.of(line), Stream.of(details)).toArray());
        }
    }
}
