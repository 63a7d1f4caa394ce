package se.samverkan.survey.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.engagement.StaffFile.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A staff list as SS 12000 gives it: the answer of {@code /duties?expand=person}, or of {@code /persons}, saved as a file. Of it
 * only names, the address at work and the role are read. Personal identity numbers and private addresses stay unread, and
 * nobody whose data are protected comes in.
 */
final class StandardStaff {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The roles of a duty (dutyRole) of those who teach or care for children. */
    private static final Set<String> PEDAGOGICAL = Set.of(
            "Lärare",
            "Förstelärare",
            "Förskollärare",
            "Barnskötare",
            "Fritidspedagog",
            "Lärarassistent",
            "Speciallärare/specialpedagog",
            "Övrig pedagogisk personal");

    private static final String AT_WORK = "Skola personal";
    private static final Set<String> OPEN = Set.of("", "Ingen");

    private StandardStaff() {}

    /** Whether a file is of this kind, and not a table. */
    static boolean isIn(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    /**
     * @param today duties that ended before it are told as such
     * @throws Refusal when it is neither of the answers, or holds the duties of several units
     */
    static List<Entry> read(String text, LocalDate today) {
        List<JsonNode> items = items(text);
        Set<String> units = items.stream()
                .map(item -> item.path("dutyAt").path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        if (units.size() > 1) {
            throw Refusal.rule("survey.refusal.staff-units");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : items) {
            entries.add(entry(entries.size() + 1, item, today));
        }
        return entries;
    }

    private static List<JsonNode> items(String text) {
        try {
            JsonNode whole = JSON.readTree(text);
            JsonNode data = whole.isArray() ? whole : whole.path("data");
            List<JsonNode> items =
                    StreamSupport.stream(data.spliterator(), false).toList();
            if (items.isEmpty() || !items.stream().allMatch(item -> person(item).has("familyName"))) {
                throw Refusal.rule("survey.refusal.staff-standard");
            }
            return items;
        } catch (JacksonException e) {
            throw Refusal.rule("survey.refusal.staff-standard");
        }
    }

    /** The person of a duty, or the item itself where it is a person. */
    private static JsonNode person(JsonNode item) {
        JsonNode embedded = item.path("_embedded").path("person");
        return embedded.isObject() ? embedded : item;
    }

    private static Entry entry(int number, JsonNode item, LocalDate today) {
        JsonNode person = person(item);
        String role = item.path("dutyRole").asString("");
        StaffMember member = new StaffMember(
                0,
                (person.path("givenName").asString("") + " "
                                + person.path("familyName").asString(""))
                        .strip(),
                address(person),
                "",
                role.isEmpty() || PEDAGOGICAL.contains(role));
        if (!OPEN.contains(person.path("securityMarking").asString(""))) {
            return new Entry(number, member, "survey.staff.protected");
        }
        String ends = item.path("endDate").asString("");
        return new Entry(
                number, member, !ends.isEmpty() && ends.compareTo(today.toString()) < 0 ? "survey.staff.ended" : "");
    }

    private static String address(JsonNode person) {
        return StreamSupport.stream(person.path("emails").spliterator(), false)
                .filter(each -> each.path("type").asString("").equals(AT_WORK))
                .map(each -> each.path("value").asString("").strip())
                .findFirst()
                .orElse("");
    }
}
