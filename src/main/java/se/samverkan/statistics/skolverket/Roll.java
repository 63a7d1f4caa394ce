package se.samverkan.statistics.skolverket;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.UnitFacts;
import tools.jackson.databind.JsonNode;

/**
 * Who there is, as the answers tell: organisers, municipalities and units, put together from the register and, for the
 * units that it lacks, from the listing of those that have figures.
 */
final class Roll {

    private static final double NEARLY_ALL = 0.8;

    private final Function<String, String> unknownOrganiser;
    private final Listing listing = new Listing();
    private final Map<String, OrganiserFacts> organisers = new LinkedHashMap<>();
    private final Map<String, UnitFacts> units = new LinkedHashMap<>();
    private final Map<String, String> areas = new LinkedHashMap<>();
    private final Set<String> withoutOrganiser = new LinkedHashSet<>();

    /** @param unknownOrganiser what to call the organiser of a unit whose organiser no answer tells, by its type */
    Roll(Function<String, String> unknownOrganiser) {
        this.unknownOrganiser = unknownOrganiser;
    }

    void readOrganisers(JsonNode answer) {
        answer.path("data")
                .path("attributes")
                .forEach(told -> RegisterUnit.organiser(told).ifPresent(this::once));
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
        listing.read(body);
    }

    void readRegisterUnit(JsonNode answer) {
        RegisterUnit told = RegisterUnit.of(answer);
        Map<String, Set<String>> listed = told.code() == null ? Map.of() : listing.forms(told.code());
        RegisterUnit.organiser(told.owner())
                .map(this::once)
                .flatMap(organiser -> told.facts(organiser, listed))
                .ifPresent(unit -> units.put(unit.key(), unit));
    }

    /** The organiser as it was told first. */
    private OrganiserFacts once(OrganiserFacts organiser) {
        String number = organiser.number();
        return organisers.merge(number == null ? organiser.name() : number, organiser, (known, again) -> known);
    }

    /**
     * Units that have figures but that the register does not tell of: new ones come in as the listing names them, their
     * organiser unknown; of those that are known already the listing tells nothing better.
     */
    void addThoseOnlyListed(UnaryOperator<Set<String>> known) {
        Set<String> codes = new LinkedHashSet<>(listing.codes());
        codes.removeAll(units.keySet());
        codes.removeAll(known.apply(Set.copyOf(codes)));
        codes.forEach(this::onlyListed);
    }

    private void onlyListed(String code) {
        Optional<OrganiserFacts> organiser = listing.organiser(code, unknownOrganiser);
        organiser.flatMap(owner -> listing.facts(code, owner)).ifPresent(unit -> {
            organiser.ifPresent(this::once);
            withoutOrganiser.add(code);
            units.put(code, unit);
        });
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
        return new MunicipalityNames(areas, organisers, units.values(), listing.localities()).facts();
    }

    /** The codes of the units whose organiser no answer told. */
    Set<String> withoutOrganiser() {
        return withoutOrganiser;
    }
}
