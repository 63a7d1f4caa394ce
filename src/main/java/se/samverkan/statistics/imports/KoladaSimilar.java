package se.samverkan.statistics.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.samverkan.statistics.imports.Reading.Likeness;

/**
 * Kolada's groups of similar municipalities: a group is called {@code Liknande kommuner grundskola, Ale, 2024}, and each
 * row names one member. Of several years of a group the newest is kept.
 */
@Component
class KoladaSimilar implements Layout {

    private static final Pattern TITLE = Pattern.compile("Liknande kommuner ([^,]+?), (.+), (\\d{4})");
    private static final Map<String, String> KINDS = Map.of(
            "grundskola", "COMPULSORY",
            "gymnasieskola", "UPPER_SECONDARY",
            "förskola", "PRESCHOOL",
            "socioekonomi", "SOCIOECONOMIC");

    @Override
    public String name() {
        return "kolada-similar";
    }

    @Override
    public String source() {
        return "KOLADA";
    }

    @Override
    public PeriodRule period() {
        return PeriodRule.NONE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("group", "group_title"),
                Column.required("municipality-code", "member_id"),
                Column.required("municipality", "member_title"));
    }

    @Override
    public boolean isRow(Row row) {
        return row.text("municipality-code").matches("\\d{3,4}");
    }

    @Override
    public void take(Row row, Reading reading) {
        Matcher title = TITLE.matcher(row.text("group"));
        if (!title.matches() || !KINDS.containsKey(title.group(1))) {
            return;
        }
        if (reading.isCode(row, "municipality-code", 4)
                && reading.isText(row, "municipality")
                && SchoolNaming.municipality(row, reading)
                && reading.isFirst(row, "group", row.text("group") + row.code("municipality-code", 4))) {
            Likeness likeness = new Likeness(KINDS.get(title.group(1)), Integer.parseInt(title.group(3)));
            reading.likenesses
                    .computeIfAbsent(likeness, kind -> new LinkedHashMap<>())
                    .computeIfAbsent(title.group(2), name -> new ArrayList<>())
                    .add(row.code("municipality-code", 4));
        }
    }

    /** Groups are named after a municipality: its code is found among the members; an older year gives way. */
    @Override
    public void finish(Reading reading) {
        Map<String, String> codes = new HashMap<>();
        reading.municipalities.values().forEach(facts -> codes.put(facts.name(), facts.code()));
        Map<String, Integer> newest = new HashMap<>();
        reading.likenesses.keySet().forEach(each -> newest.merge(each.kind(), each.year(), Math::max));
        reading.likenesses.keySet().removeIf(each -> newest.getOrDefault(each.kind(), 0) > each.year());
        reading.likenesses.replaceAll((likeness, groups) -> byCode(groups, codes, reading));
    }

    private static Map<String, List<String>> byCode(
            Map<String, List<String>> groups, Map<String, String> codes, Reading reading) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        groups.forEach((name, members) -> {
            String code = codes.get(name);
            if (code == null) {
                reading.add(Finding.error(null, "unknown-group", name));
            } else {
                found.put(code, members);
            }
        });
        return found;
    }
}
