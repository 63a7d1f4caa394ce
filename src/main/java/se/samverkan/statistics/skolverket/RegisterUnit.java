package se.samverkan.statistics.skolverket;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samverkan.organisation.OrganisationNumber;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.UnitFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the register (API v2) answers about one school unit and its organiser. Only what the organisation room keeps is
 * read: e-mail addresses, telephone numbers and the head teacher's name stand in the answer too and are left there.
 */
record RegisterUnit(@Nullable String code, JsonNode unit, JsonNode owner) {

    private static final Map<String, String> FORMS = Map.of(
            "FKLASS", "PRESCHOOL_CLASS",
            "GR", "COMPULSORY",
            "GRAN", "ADAPTED_COMPULSORY",
            "SP", "SPECIAL",
            "SAM", "SAMI",
            "GY", "UPPER_SECONDARY",
            "GYAN", "ADAPTED_UPPER_SECONDARY",
            "VUX", "ADULT");

    private static final Map<String, String> STATUS =
            Map.of("AKTIV", "ACTIVE", "VILANDE", "RESTING", "UPPHORT", "CLOSED", "PLANERAD", "PLANNED");

    static RegisterUnit of(JsonNode answer) {
        return new RegisterUnit(
                Published.text(answer.path("data"), "schoolUnitCode"),
                answer.path("data").path("attributes"),
                answer.path("included").path("attributes"));
    }

    /**
     * The unit, where the answer is about a school in Sweden and says enough to know it by.
     *
     * @param organiser whose it is
     * @param listed its forms as the listing of units with figures tells them
     */
    Optional<UnitFacts> facts(OrganiserFacts organiser, Map<String, Set<String>> listed) {
        String known = code;
        String municipality = Published.text(unit, "municipalityCode");
        String name = Published.text(unit, "displayName");
        if (known == null || !Roll.isCode(known) || municipality == null || name == null || !isSchool()) {
            return Optional.empty();
        }
        JsonNode address = visitingAddress();
        String postalCode = Published.text(address, "postalCode");
        String status = Published.text(unit, "status");
        return Optional.of(new UnitFacts(
                known,
                known,
                "SCHOOL",
                name,
                organiser.number(),
                organiser.name(),
                municipality,
                forms(listed),
                status == null ? null : STATUS.get(status),
                day("startdate"),
                day("endDate"),
                specialSupport(),
                international(),
                Published.text(unit, "orientationType"),
                Published.text(address, "streetAddress"),
                postalCode == null ? null : postalCode.replace(" ", ""),
                Published.text(address, "locality"),
                "REGISTER"));
    }

    private boolean isSchool() {
        String type = Published.text(unit, "schoolUnitType");
        return type == null || type.equals("SKOLENHET");
    }

    private @Nullable Map<String, Set<String>> forms(Map<String, Set<String>> listed) {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        for (JsonNode type : unit.path("schoolTypes")) {
            String form = FORMS.get(type.asString());
            if (form != null) {
                forms.put(form, grades(type.asString()));
            }
        }
        listed.forEach((form, grades) -> forms.merge(form, grades, (known, told) -> known.isEmpty() ? told : known));
        return forms.isEmpty() ? null : forms;
    }

    private Set<String> grades(String type) {
        Set<String> grades = new LinkedHashSet<>();
        unit.path("schoolTypeProperties")
                .path(type.toLowerCase(Locale.ROOT))
                .path("grades")
                .forEach(grade -> grades.add(grade.asString()));
        return grades;
    }

    /** A day that cannot be read is as if the register had not told it: the unit is worth more than its date. */
    private @Nullable LocalDate day(String field) {
        String told = Published.text(unit, field);
        try {
            return told == null ? null : LocalDate.parse(told);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private @Nullable Boolean specialSupport() {
        JsonNode told = unit.path("specialSupportSchool");
        return told.isBoolean() ? told.asBoolean() : null;
    }

    /** Told by the unit's orientation ({@code CodeOrientationType}); never guessed from figures that are missing. */
    private @Nullable Boolean international() {
        String orientation = Published.text(unit, "orientationType");
        return orientation == null ? null : orientation.equals("INTERNATIONELL");
    }

    private JsonNode visitingAddress() {
        for (JsonNode address : unit.path("addresses")) {
            if ("BESOKSADRESS".equals(Published.text(address, "type"))) {
                return address;
            }
        }
        return MissingNode.getInstance();
    }

    /** An organiser as the register tells it, here and in its list of them. */
    static Optional<OrganiserFacts> organiser(JsonNode told) {
        String number = Published.text(told, "organizationNumber");
        String name = Published.text(told, "displayName");
        String type = type(Published.text(told, "organizerType"));
        if (name == null || type == null) {
            return Optional.empty();
        }
        boolean soleTrader = number != null && OrganisationNumber.isPersonal(number);
        return Optional.of(new OrganiserFacts(number, name, type, null, soleTrader, "REGISTER"));
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
}
