package se.samverkan.statistics.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** No real school, organiser or municipality is meant; held against the real ones where they lie beside the project. */
@EnabledIf("isThere")
class InventedNamesTests {

    private static final Path DATA = Path.of("../shared/data");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{2,})\"");

    static boolean isThere() {
        return Files.exists(DATA.resolve("skolverket/register-school-units.tsv.gz"));
    }

    @Test
    void meansNobodyReal() throws IOException {
        Set<String> real = real();
        assertThat(real).hasSizeGreaterThan(10_000);
        Country country = new Country(1842, 10);
        Set<String> invented = new HashSet<>();
        country.towns().forEach(town -> {
            invented.addAll(Set.of(folded(town.name()), town.code(), folded(town.county())));
            invented.add(town.code().substring(0, 2));
            country.schools(town).forEach(school -> {
                invented.add(folded(school.name()));
                invented.add(school.key());
            });
        });
        country.owners().forEach(owner -> {
            invented.add(folded(owner.name()));
            invented.add(owner.number());
        });

        invented.retainAll(real);
        assertThat(invented).isEmpty();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Set<String> real() throws IOException {
        Set<String> real = new HashSet<>();
        for (String file : new String[] {"register-school-units.tsv.gz", "listed-school-units.tsv.gz"}) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(DATA.resolve("skolverket/" + file)))) {
                lines(in).forEach(line -> {
                    Matcher quoted = QUOTED.matcher(line);
                    while (quoted.find()) {
                        real.add(folded(quoted.group(1)));
                    }
                });
            }
        }
        cells(DATA.resolve("forskolor.csv"), ",", real);
        cells(DATA.resolve("reference/kolada_kommuner_regioner.csv"), ",", real);
        try (Stream<Path> exports = Files.list(DATA.resolve("skolverket"))) {
            for (Path export : exports.filter(each -> each.toString().endsWith("Skolenhet.csv"))
                    .toList()) {
                cells(export, ";", real);
            }
        }
        return real;
    }

    private static void cells(Path file, String separator, Set<String> real) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            lines(in).forEach(line -> {
                for (String cell : line.split(separator)) {
                    String name = cell.replace("\"", "").trim();
                    if (name.length() > 2) {
                        real.add(folded(name));
                    }
                }
            });
        }
    }

    private static Stream<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
    }
}
