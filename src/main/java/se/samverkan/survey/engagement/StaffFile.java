package se.samverkan.survey.engagement;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samverkan.shared.CellText;
import se.samverkan.shared.CsvList;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;

/**
 * A staff list as it comes from an organiser's own system, read line by line: what can be taken in is, what cannot is told with
 * its line and why. Columns that are not asked for are left out unread, so that a personal identity number in one never
 * comes further than this.
 *
 * @param people who can be taken in
 * @param refused the lines that cannot
 * @param ignored the columns that were left out
 */
record StaffFile(List<StaffMember> people, List<RefusedLine> refused, List<String> ignored) {

    private static final int MOST = 5000;

    private static final Map<String, Set<String>> COLUMNS = Map.of(
            "name", Set.of("namn", "name"),
            "email", Set.of("e-post", "epost", "e-postadress", "mail", "email", "e-mail"),
            "team", Set.of("arbetslag", "lag", "team"),
            "pedagogical", Set.of("pedagogisk", "pedagogisk personal", "pedagogical"));

    private static final Set<String> NO = Set.of("nej", "n", "no", "false", "0");

    /**
     * A line that is not taken in.
     *
     * @param line where it stands in the file
     * @param reason a key of the message files
     * @param detail what is put into it
     */
    record RefusedLine(int line, String reason, String detail) {}

    /**
     * Somebody as the file has them.
     *
     * @param line where they stand in the file
     * @param reason why they are not taken in, as a key of the message files; empty where only the words decide
     */
    record Entry(int line, StaffMember member, String reason) {}

    /**
     * @param today duties that ended before it are told as such
     * @throws Refusal when it is no list with a column of names and no answer of SS 12000, or is too long
     */
    static StaffFile read(byte[] content, LocalDate today) {
        String text = new String(content, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        if (StandardStaff.isIn(text)) {
            List<Entry> entries = StandardStaff.read(text, today);
            checkLength(entries.size());
            return of(entries, List.of());
        }
        return readTable(content);
    }

    private static void checkLength(int many) {
        if (many > MOST) {
            throw Refusal.rule("survey.refusal.staff-many", MOST);
        }
    }

    private static StaffFile readTable(byte[] content) {
        CsvList list = CsvList.readAsExcelWrites(content);
        Map<String, String> places = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (String column : list.columns()) {
            Optional<String> known = known(column);
            known.ifPresentOrElse(name -> places.putIfAbsent(name, column), () -> ignored.add(column.strip()));
        }
        if (!places.containsKey("name")) {
            throw Refusal.rule("survey.refusal.staff-column");
        }
        checkLength(list.rows().size());
        return of(list.rows().stream().map(row -> entry(row, places)).toList(), ignored);
    }

    private static Optional<String> known(String column) {
        String plain = column.strip().toLowerCase(Locale.ROOT);
        return COLUMNS.entrySet().stream()
                .filter(each -> each.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Entry entry(CsvList.Row row, Map<String, String> places) {
        StaffMember member = new StaffMember(
                0,
                cell(row, places, "name"),
                cell(row, places, "email"),
                cell(row, places, "team"),
                !NO.contains(cell(row, places, "pedagogical").toLowerCase(Locale.ROOT)));
        return new Entry(row.line(), member, "");
    }

    private static StaffFile of(List<Entry> entries, List<String> ignored) {
        List<StaffMember> people = new ArrayList<>();
        List<RefusedLine> refused = new ArrayList<>();
        Map<StaffMember, Integer> lines = new HashMap<>();
        for (Entry row : entries) {
            StaffMember member = row.member();
            Optional<StaffMember> before =
                    people.stream().filter(member::isSameAs).findFirst();
            Optional<RefusedLine> problem = problem(row)
                    .or(() -> before.map(same -> new RefusedLine(
                            row.line(), "survey.staff.twice", Integer.toString(lines.getOrDefault(same, 0)))));
            problem.ifPresentOrElse(refused::add, () -> {
                people.add(member);
                lines.put(member, row.line());
            });
        }
        return new StaffFile(people, refused, ignored);
    }

    private static String cell(CsvList.Row row, Map<String, String> places, String name) {
        String column = places.get(name);
        return column == null ? "" : CellText.original(row.cell(column)).strip();
    }

    private static Optional<RefusedLine> problem(Entry row) {
        int line = row.line();
        StaffMember member = row.member();
        if (!row.reason().isEmpty()) {
            return Optional.of(new RefusedLine(line, row.reason(), ""));
        }
        if (Stream.of(member.name(), member.email(), member.team()).anyMatch(PersonalNumbers::areIn)) {
            return Optional.of(new RefusedLine(line, "survey.staff.personal-number", ""));
        }
        if (member.name().isEmpty() || member.name().length() > 200) {
            return Optional.of(new RefusedLine(line, "survey.staff.no-name", ""));
        }
        if (!member.email().isEmpty()
                && (!member.email().matches("[^@\\s]+@[^@\\s]+")
                        || member.email().length() > 200)) {
            return Optional.of(new RefusedLine(line, "survey.staff.email", member.email()));
        }
        return member.team().length() > 100
                ? Optional.of(new RefusedLine(line, "survey.staff.team", ""))
                : Optional.empty();
    }

    /** What can be taken in, as a list of its own: what the preview carries to the taking in, and nothing else. */
    String cleaned() {
        StringWriter out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(out)) {
            writer.writeRecord("namn", "e-post", "arbetslag", "pedagogisk");
            people.forEach(each ->
                    writer.writeRecord(each.name(), each.email(), each.team(), each.pedagogical() ? "ja" : "nej"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
