package se.samverkan.statistics.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samverkan.shared.CellText;

/** Whatever is written as a table of text is read as the same table, and whatever is not is refused in words. */
class CsvSheetTests {

    private static final String LETTERS = "aåäöÅÄÖé 0123456789,.;:\t\"'\n=+-@|~*%()/–";
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "UTF-16LE");

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWasWritten(int seed) {
        Random random = new Random(seed);
        List<List<String>> table = table(random);
        String charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        boolean mark = charset.startsWith("UTF-16") || charset.equals("UTF-8") && random.nextBoolean();

        byte[] file = ((mark ? "\ufeff" : "") + written(table, random)).getBytes(Charset.forName(charset));

        assertThat(read(file)).isEqualTo(table);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherFailsNorHangsOnBytesThatNobodyMeantAsATable(int seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(1, 5_000)];
        random.nextBytes(bytes);
        if (seed % 3 == 0) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) LETTERS.charAt(random.nextInt(60) % LETTERS.length());
            }
        }

        try {
            assertThat(read(bytes)).isNotNull();
        } catch (Unreadable refused) {
            assertThat(refused.rule()).isNotEmpty();
        }
    }

    /** At least eight plain columns, so that the separator can be told; no cell that reading rightly strips. */
    private static List<List<String>> table(Random random) {
        int width = random.nextInt(8, 14);
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < random.nextInt(6, 40); row++) {
            List<String> cells = new ArrayList<>();
            for (int place = 0; place < width; place++) {
                cells.add(place < 6 ? "k" + place + row : cell(random));
            }
            table.add(cells);
        }
        return table;
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < random.nextInt(12); i++) {
            cell.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return CellText.original(cell.toString().strip()).strip();
    }

    private static String written(List<List<String>> table, Random random) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(SEPARATORS.get(random.nextInt(SEPARATORS.size())))
                .lineDelimiter(random.nextBoolean() ? LineDelimiter.LF : LineDelimiter.CRLF)
                .build(text)) {
            table.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<List<String>> read(byte[] bytes) {
        try (SourceFile file = SourceFile.receive(new ByteArrayInputStream(bytes), "tabell.csv");
                Stream<Sheet.Line> lines = CsvSheet.open(file).lines()) {
            return lines.map(Sheet.Line::cells).toList();
        }
    }
}
