package se.samverkan.statistics.skolverket;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.UnitFacts;
import tools.jackson.databind.JsonNode;

/**
 * The units that have figures, as the API of planned educations lists them: their forms and grades, and a name and a place
 * for those that the register does not tell of.
 */
final class Listing {

    private static final Map<String, String> FORMS = Map.of(
            "fsk", "PRESCHOOL_CLASS",
            "gr", "COMPULSORY",
            "gran", "ADAPTED_COMPULSORY",
            "sp", "SPECIAL",
            "sam", "SAMI",
            "gy", "UPPER_SECONDARY",
            "gyan", "ADAPTED_UPPER_SECONDARY");

    private final Map<String, JsonNode> units = new LinkedHashMap<>();

    /** A page of the list; what lies abroad is none of ours. */
    void read(JsonNode body) {
        for (JsonNode unit : body.path("_embedded").path("listedSchoolUnits")) {
            String code = Published.text(unit, "code");
            if (code != null && Roll.isCode(code) && !unit.path("abroadSchool").asBoolean(false)) {
                units.put(code, unit);
            }
        }
    }

    Set<String> codes() {
        return units.keySet();
    }

    List<String> localities() {
        return units.values().stream()
                .map(unit -> Published.text(unit, "postCodeDistrict"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The forms of a unit with their grades, empty for one that is not listed. */
    Map<String, Set<String>> forms(String code) {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        JsonNode unit = units.get(code);
        if (unit == null) {
            return forms;
        }
        for (JsonNode type : unit.path("typeOfSchooling")) {
            String form = FORMS.get(type.path("code").asString());
            if (form != null) {
                Set<String> grades = forms.computeIfAbsent(form, f -> new LinkedHashSet<>());
                boolean preschoolClass = form.equals("PRESCHOOL_CLASS");
                type.path("schoolYears").forEach(year -> grades.add(preschoolClass ? "F" : year.asString()));
            }
        }
        return forms;
    }

    /** The organiser of a listed unit: nobody by name, only of a type. */
    Optional<OrganiserFacts> organiser(String code, Function<String, String> named) {
        return Optional.ofNullable(units.get(code))
                .map(unit -> type(Published.text(unit, "principalOrganizerType")))
                .map(type -> new OrganiserFacts(null, named.apply(type), type, null, false, "REGISTER"));
    }

    /** A unit as it is listed, where it has a name and a place. */
    Optional<UnitFacts> facts(String code, OrganiserFacts organiser) {
        JsonNode unit = Objects.requireNonNull(units.get(code));
        String name = Published.text(unit, "name");
        String municipality = Published.text(unit, "geographicalAreaCode");
        return name == null || municipality == null
                ? Optional.empty()
                : Optional.of(new UnitFacts(
                        code,
                        code,
                        "SCHOOL",
                        name,
                        null,
                        organiser.name(),
                        municipality,
                        forms(code),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "REGISTER"));
    }

    private static @Nullable String type(@Nullable String name) {
        return switch (name == null ? "" : name) {
            case "Kommunal", "Kommunalförbund" -> "MUNICIPAL";
            case "Region" -> "REGION";
            case "Stat", "Statlig", "Sameskola", "Specialskola" -> "STATE";
            case "Fristående" -> "INDEPENDENT";
            default -> null;
        };
    }
}
