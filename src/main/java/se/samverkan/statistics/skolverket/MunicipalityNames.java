package se.samverkan.statistics.skolverket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.UnitFacts;

/**
 * What the municipalities are called. The register tells codes only; the other API has a list of areas with their names.
 * Where that list is not to be had, the name is taken from the municipality that runs schools there: <i>Tranås kommun</i>
 * is Tranås, and <i>Tierps kommun</i> is Tierp where a postal locality is called so.
 */
final class MunicipalityNames {

    private static final Map<String, String> COUNTIES = counties();

    private final Map<String, String> areas;
    private final Map<String, OrganiserFacts> organisers;
    private final Collection<UnitFacts> units;
    private final Set<String> localities;

    /**
     * @param localities the postal localities that answers mention
     * @param organisers by their numbers
     */
    MunicipalityNames(
            Map<String, String> areas,
            Map<String, OrganiserFacts> organisers,
            Collection<UnitFacts> units,
            Collection<String> localities) {
        this.areas = areas;
        this.organisers = organisers;
        this.units = units;
        this.localities = new HashSet<>(localities);
    }

    List<MunicipalityFacts> facts() {
        Map<String, Map<String, Long>> owners = ownersByMunicipality();
        return units.stream()
                .map(UnitFacts::municipality)
                .distinct()
                .sorted()
                .map(code -> new MunicipalityFacts(code, name(code, owners.getOrDefault(code, Map.of())), county(code)))
                .toList();
    }

    private Map<String, Map<String, Long>> ownersByMunicipality() {
        return units.stream()
                .filter(unit -> isMunicipality(unit.organiser()))
                .collect(Collectors.groupingBy(
                        UnitFacts::municipality,
                        HashMap::new,
                        Collectors.groupingBy(UnitFacts::organiserName, Collectors.counting())));
    }

    private boolean isMunicipality(@org.jspecify.annotations.Nullable String number) {
        OrganiserFacts organiser = number == null ? null : organisers.get(number);
        return organiser != null
                && organiser.type().equals("MUNICIPAL")
                && !plain(organiser.name()).equals(organiser.name());
    }

    private String name(String code, Map<String, Long> owners) {
        String told = areas.get(code);
        if (told != null) {
            return told;
        }
        Optional<String> owner =
                owners.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return owner.map(name -> withoutGenitive(plain(name))).orElse(code);
    }

    private String withoutGenitive(String name) {
        String shorter = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return localities.contains(shorter) ? shorter : name;
    }

    private static String plain(String name) {
        return name.replaceFirst("(?i)\\s+(kommun|stad)$", "");
    }

    private String county(String code) {
        String county = code.substring(0, 2);
        return areas.getOrDefault(county, COUNTIES.getOrDefault(county, county));
    }

    private static Map<String, String> counties() {
        var file = Objects.requireNonNull(
                MunicipalityNames.class.getResourceAsStream("/statistics/skolverket/counties.csv"), "counties.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
