package se.samverkan.selection.method;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.Refusal;

/**
 * The frozen list that a draw is made from, with the checksum of the very bytes it is published as.
 */
public final class DrawList {

    private static final String BORDER = "|";
    private static final String HEADER = "id,stratum,index";

    private final List<Entry> entries;
    private final String sha256;

    /**
     * A unit in the draw.
     *
     * @param id of the unit
     * @param stratum within which pairs are formed
     * @param index how great the need is, an exact decimal; higher is greater
     */
    public record Entry(String id, String stratum, BigDecimal index) {

        /** Strata, then index descending, then ids; texts by their UTF-8 bytes. 1.10 and 1.1 are equal. */
        public static final Comparator<Entry> ORDER = Comparator.comparing(Entry::stratum, Utf8.ORDER)
                .thenComparing(Entry::index, Comparator.reverseOrder())
                .thenComparing(Entry::id, Utf8.ORDER);
    }

    private DrawList(List<Entry> entries, String sha256) {
        this.entries = entries;
        this.sha256 = sha256;
    }

    /**
     * The list of a CSV file with the columns {@code id,stratum,index} and no other.
     *
     * @throws Refusal naming the row, when a cell is empty, an index is not a number, an id stands twice, or an id or a
     *     stratum has a {@code |} in it
     */
    public static DrawList read(byte[] content) {
        CsvList list = CsvList.read(content);
        list.requireColumns(true, HEADER.split(","));
        List<Entry> entries = list.each((row, id) -> {
            String stratum = row.text("stratum");
            if (id.contains(BORDER) || stratum.contains(BORDER)) {
                throw row.refusal("refusal.draw.border", id.contains(BORDER) ? id : stratum);
            }
            return new Entry(id, stratum, row.decimal("index"));
        });
        return new DrawList(entries, Utf8.sha256(content));
    }

    /**
     * The file of these units, in the order of the draw: what is frozen.
     *
     * @throws Refusal when {@link #read} would not take it back
     */
    public static byte[] write(List<Entry> entries) {
        byte[] file = Utf8.bytes(entries.stream()
                .sorted(Entry.ORDER)
                .map(DrawList::line)
                .collect(Collectors.joining("\n", HEADER + "\n", "\n")));
        read(file);
        return file;
    }

    /** The units in the order of the file. */
    public List<Entry> entries() {
        return entries;
    }

    /** The SHA-256 of the file's bytes, as 64 small hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** The units of each stratum, strata and units in the order of the draw. */
    List<List<Entry>> strata() {
        return entries.stream()
                .sorted(Entry.ORDER)
                .collect(Collectors.groupingBy(
                        Entry::stratum, () -> new java.util.TreeMap<>(Utf8.ORDER), Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    private static String line(Entry entry) {
        Function<String, String> cell = text -> text.chars().anyMatch(each -> "\",;\t\r\n".indexOf(each) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
        return cell.apply(entry.id())
                + ','
                + cell.apply(entry.stratum())
                + ','
                + entry.index().toPlainString();
    }
}
