package se.samverkan.statistics.skolverket;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganisationNumber;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.UnitFacts;
import tools.jackson.databind.JsonNode;

/**
 * Who there is, as the answers tell: organisers, municipalities and units, put together from the register and, for the
 * units that it lacks, from the listing of those that have figures.
 *
 * <p>Only what the organisation room keeps is read. E-mail addresses, telephone numbers and the head teacher's name stand
 * in the answers too and are left there.
 */
final class Roll {

    private static final Map<String, String> FORMS = Map.of(
            "FKLASS", "PRESCHOOL_CLASS",
            "GR", "COMPULSORY",
            "GRAN", "ADAPTED_COMPULSORY",
            "SP", "SPECIAL",
            "SAM", "SAMI",
            "GY", "UPPER_SECONDARY",
            "GYAN", "ADAPTED_UPPER_SECONDARY",
            "VUX", "ADULT");

    private static final Map<String, String> LISTED_FORMS = Map.of(
            "fsk", "PRESCHOOL_CLASS",
            "gr", "COMPULSORY",
            "gran", "ADAPTED_COMPULSORY",
            "sp", "SPECIAL",
            "sam", "SAMI",
            "gy", "UPPER_SECONDARY",
            "gyan", "ADAPTED_UPPER_SECONDARY");

    private static final Map<String, String> STATUS =
            Map.of("AKTIV", "ACTIVE", "VILANDE", "RESTING", "UPPHORT", "CLOSED", "PLANERAD", "PLANNED");

    private static final double NEARLY_ALL = 0.8;

    private final Function<String, String> unknownOrganiser;
    private final Map<String, OrganiserFacts> organisers = new LinkedHashMap<>();
    private final Map<String, UnitFacts> units = new LinkedHashMap<>();
    private final Map<String, JsonNode> listed = new LinkedHashMap<>();
    private final Map<String, String> areas = new LinkedHashMap<>();
    private final Set<String> withoutOrganiser = new LinkedHashSet<>();

    /** @param unknownOrganiser what to call the organiser of a unit whose organiser no answer tells, by its type */
    Roll(Function<String, String> unknownOrganiser) {
        this.unknownOrganiser = unknownOrganiser;
    }

    void readOrganisers(JsonNode answer) {
        answer.path("data").path("attributes").forEach(this::organiser);
    }

    void readAreas(JsonNode body) {
        for (JsonNode area : body) {
            String code = Published.text(area, "code");
            String name = Published.text(area, "name");
            if (code != null && name != null && code.matches("\\d{2}|\\d{4}")) {
                areas.put(code, name);
            }
        }
    }

    void readListing(JsonNode body) {
        for (JsonNode unit : body.path("_embedded").path("listedSchoolUnits")) {
            String code = Published.text(unit, "code");
            if (code != null && isCode(code) && !unit.path("abroadSchool").asBoolean(false)) {
                listed.put(code, unit);
            }
        }
    }

    void readRegisterUnit(JsonNode answer) {
        JsonNode unit = answer.path("data").path("attributes");
        String code = Published.text(answer.path("data"), "schoolUnitCode");
        String municipality = Published.text(unit, "municipalityCode");
        String name = Published.text(unit, "displayName");
        JsonNode owner = answer.path("included").path("attributes");
        OrganiserFacts organiser = organiser(owner);
        if (code != null
                && isCode(code)
                && municipality != null
                && name != null
                && organiser != null
                && isSchool(unit)) {
            JsonNode address = visitingAddress(unit);
            units.put(code, unit(code, name, municipality, organiser, unit, address));
        }
    }

    private UnitFacts unit(
            String code, String name, String municipality, OrganiserFacts organiser, JsonNode unit, JsonNode address) {
        String status = Published.text(unit, "status");
        JsonNode support = unit.path("specialSupportSchool");
        String postalCode = Published.text(address, "postalCode");
        return new UnitFacts(
                code,
                code,
                "SCHOOL",
                name,
                organiser.number(),
                organiser.name(),
                municipality,
                forms(code, unit),
                status == null ? null : STATUS.get(status),
                support.isBoolean() ? support.asBoolean() : null,
                Published.text(unit, "orientationType"),
                Published.text(address, "streetAddress"),
                postalCode == null ? null : postalCode.replace(" ", ""),
                Published.text(address, "locality"),
                "REGISTER");
    }

    /**
     * Units that have figures but that the register does not tell of: new ones come in as the listing names them, their
     * organiser unknown; of those that are known already the listing tells nothing better.
     */
    void addThoseOnlyListed(UnaryOperator<Set<String>> known) {
        Set<String> codes = new LinkedHashSet<>(listed.keySet());
        codes.removeAll(units.keySet());
        codes.removeAll(known.apply(Set.copyOf(codes)));
        codes.forEach(code -> onlyListed(code, Objects.requireNonNull(listed.get(code))));
    }

    private void onlyListed(String code, JsonNode unit) {
        String name = Published.text(unit, "name");
        String municipality = Published.text(unit, "geographicalAreaCode");
        String type = listedType(Published.text(unit, "principalOrganizerType"));
        if (name == null || municipality == null || type == null) {
            return;
        }
        OrganiserFacts organiser =
                new OrganiserFacts(null, unknownOrganiser.apply(type), type, null, false, "REGISTER");
        organisers.putIfAbsent(organiser.name(), organiser);
        withoutOrganiser.add(code);
        units.put(
                code,
                new UnitFacts(
                        code,
                        code,
                        "SCHOOL",
                        name,
                        null,
                        organiser.name(),
                        municipality,
                        listedForms(code),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "REGISTER"));
    }

    private @Nullable OrganiserFacts organiser(JsonNode told) {
        String number = Published.text(told, "organizationNumber");
        String name = Published.text(told, "displayName");
        String type = type(Published.text(told, "organizerType"));
        if (name == null || type == null) {
            return null;
        }
        boolean soleTrader = number != null && OrganisationNumber.isPersonal(number);
        OrganiserFacts facts = new OrganiserFacts(number, name, type, null, soleTrader, "REGISTER");
        return organisers.merge(number == null ? name : number, facts, (known, again) -> known);
    }

    /** Types of organisers: the register's {@code CodeOrganizerType}; a federation of municipalities is municipal. */
    private static @Nullable String type(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "KOMMUN", "KOMMFORB" -> "MUNICIPAL";
            case "REGION" -> "REGION";
            case "STAT", "SAME", "SPECIAL" -> "STATE";
            case "ENSKILD" -> "INDEPENDENT";
            default -> null;
        };
    }

    private static @Nullable String listedType(@Nullable String name) {
        return switch (name == null ? "" : name) {
            case "Kommunal", "Kommunalförbund" -> "MUNICIPAL";
            case "Region" -> "REGION";
            case "Stat", "Statlig", "Sameskola", "Specialskola" -> "STATE";
            case "Fristående" -> "INDEPENDENT";
            default -> null;
        };
    }

    private @Nullable Map<String, Set<String>> forms(String code, JsonNode unit) {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        for (JsonNode type : unit.path("schoolTypes")) {
            String form = FORMS.get(type.asString());
            if (form != null) {
                forms.put(form, grades(unit.path("schoolTypeProperties"), type.asString()));
            }
        }
        Map<String, Set<String>> more = listedForms(code);
        if (more != null) {
            more.forEach((form, grades) -> forms.merge(form, grades, (known, told) -> known.isEmpty() ? told : known));
        }
        return forms.isEmpty() ? null : forms;
    }

    private static Set<String> grades(JsonNode properties, String type) {
        Set<String> grades = new LinkedHashSet<>();
        properties
                .path(type.toLowerCase(java.util.Locale.ROOT))
                .path("grades")
                .forEach(grade -> grades.add(grade.asString()));
        return grades;
    }

    private @Nullable Map<String, Set<String>> listedForms(String code) {
        JsonNode unit = listed.get(code);
        if (unit == null) {
            return null;
        }
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        for (JsonNode type : unit.path("typeOfSchooling")) {
            String form = LISTED_FORMS.get(type.path("code").asString());
            if (form != null) {
                Set<String> grades = forms.computeIfAbsent(form, f -> new LinkedHashSet<>());
                boolean preschoolClass = form.equals("PRESCHOOL_CLASS");
                type.path("schoolYears").forEach(year -> grades.add(preschoolClass ? "F" : year.asString()));
            }
        }
        return forms;
    }

    private static boolean isSchool(JsonNode unit) {
        String type = Published.text(unit, "schoolUnitType");
        return type == null || type.equals("SKOLENHET");
    }

    private static JsonNode visitingAddress(JsonNode unit) {
        for (JsonNode address : unit.path("addresses")) {
            if ("BESOKSADRESS".equals(Published.text(address, "type"))) {
                return address;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    static boolean isCode(String code) {
        return code.matches("\\d{8}");
    }

    /** The organisers; a municipal one with the municipality where nearly all of its units lie. */
    List<OrganiserFacts> organisers() {
        return organisers.values().stream().map(this::placed).toList();
    }

    private OrganiserFacts placed(OrganiserFacts organiser) {
        if (!organiser.type().equals("MUNICIPAL") || organiser.number() == null) {
            return organiser;
        }
        List<String> places = units.values().stream()
                .filter(unit -> organiser.number().equals(unit.organiser()))
                .map(UnitFacts::municipality)
                .toList();
        return places.stream()
                .distinct()
                .filter(place -> Collections.frequency(places, place) >= NEARLY_ALL * places.size())
                .findFirst()
                .map(place -> new OrganiserFacts(
                        organiser.number(),
                        organiser.name(),
                        organiser.type(),
                        place,
                        organiser.soleTrader(),
                        organiser.source()))
                .orElse(organiser);
    }

    Collection<UnitFacts> units() {
        return units.values();
    }

    /** The municipalities where units lie, named by the API's areas or else by who runs their municipal schools. */
    List<MunicipalityFacts> municipalities() {
        return new MunicipalityNames(areas, organisers, units.values(), localities()).facts();
    }

    private List<String> localities() {
        return listed.values().stream()
                .map(unit -> Published.text(unit, "postCodeDistrict"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The codes of the units whose organiser no answer told. */
    Set<String> withoutOrganiser() {
        return withoutOrganiser;
    }
}
