package se.samverkan.statistics.imports;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.Page;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Line;

/**
 * What a receipt's page shows.
 *
 * @param receipt the receipt with its lines
 * @param mayImport whether the person may take the file in
 * @param log its part of the audit log
 */
record ReceiptPage(Receipt receipt, boolean mayImport, List<RecordLog.Line> log) {

    private static final List<String> WORDED = List.of("layout", "source", "encoding", "separator");
    private static final List<String> COUNTED =
            List.of("rows", "read", "added", "revised", "unchanged", "units", "municipalities", "errors");

    /** A line of what was understood. */
    record Fact(String label, String value) {}

    boolean canBeTaken() {
        return mayImport && receipt.outcome() == Receipt.Outcome.WOULD_DO && receipt.waiting();
    }

    boolean canBeReadAgain() {
        return mayImport && receipt.outcome() == Receipt.Outcome.FAILED && receipt.waiting();
    }

    /** The kind of notice that the outcome deserves. */
    String notice() {
        return switch (receipt.outcome()) {
            case DONE -> "success";
            case WOULD_DO, KNOWN_ALREADY, RECEIVED -> "info";
            case REFUSED, FAILED -> "error";
        };
    }

    String lead(Page page) {
        return page.text(
                "receipt.lead." + receipt.outcome(),
                receipt.count("added"),
                receipt.count("revised"),
                receipt.count("unchanged"),
                Math.max(receipt.count("errors"), receipt.lines().size()));
    }

    List<Fact> facts(Page page) {
        Stream<Fact> understood = Stream.of("layout", "source", "period", "format", "encoding", "separator", "sheet")
                .filter(receipt.understood()::containsKey)
                .map(name -> new Fact(page.text("receipt.field." + name), words(page, name)));
        Stream<Fact> counts = COUNTED.stream()
                .filter(receipt.understood()::containsKey)
                .map(name -> new Fact(
                        page.text("receipt.field." + name), page.words().count(receipt.count(name))));
        Stream<Fact> file = Stream.of(
                new Fact(
                        page.text("receipt.field.size"),
                        page.text("receipt.size", Math.max(1, receipt.fileSize() / 1024))),
                new Fact(page.text("receipt.field.checksum"), receipt.checksum()));
        return Stream.of(understood, counts, file).flatMap(part -> part).toList();
    }

    private String words(Page page, String name) {
        String value = receipt.understood().getOrDefault(name, "");
        return WORDED.contains(name) ? page.text("import." + name + "." + value) : value;
    }

    /** What concerns the whole file, and no place in it. */
    List<Line> ofTheWhole() {
        return wrong().filter(ReceiptPage::isOfTheWhole).toList();
    }

    List<Line> errors() {
        return wrong().filter(line -> !isOfTheWhole(line)).toList();
    }

    private Stream<Line> wrong() {
        return receipt.lines().stream().filter(line -> !line.severity().equals("NOTE"));
    }

    private static boolean isOfTheWhole(Line line) {
        return line.row() == null && line.field() == null;
    }

    List<Line> notes() {
        return receipt.lines().stream()
                .filter(line -> line.severity().equals("NOTE"))
                .toList();
    }

    String sentence(Page page, Line line) {
        return page.text(line.key(), line.details().toArray());
    }

    String where(Page page, Line line) {
        @Nullable Integer row = line.row();
        return row == null ? page.text("receipt.line.whole") : Integer.toString(row);
    }

    String value(Page page, Line line) {
        String value = line.value();
        if (line.field() == null || value == null) {
            return "";
        }
        return value.isEmpty() ? page.text("receipt.line.blank") : value;
    }
}
