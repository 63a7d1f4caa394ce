package se.samverkan.reporting.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The map has every county once, each in a place of its own. */
class TileTests {

    @Test
    void hasEveryCountyOfTheCountryOnce() {
        assertThat(Tile.country(Map.of(), Map.of("01", "Stockholms län")).stream()
                        .map(Tile::code))
                .containsExactlyInAnyOrderElementsOf(counties());
    }

    @Test
    void putsNoTwoInTheSamePlaceAndNoneOutside() {
        List<Tile> country = Tile.country(Map.of(), Map.of("01", "Stockholms län"));
        assertThat(country.stream().map(tile -> tile.column() + " " + tile.row()))
                .doesNotHaveDuplicates();
        assertThat(country)
                .allMatch(tile -> tile.column() < Tile.COLUMNS && tile.row() < Tile.ROWS)
                .allMatch(tile -> tile.x() >= 0 && tile.y() >= 0);
    }

    @Test
    void tellsHowManyTakePart() {
        assertThat(Tile.country(Map.of("09", 2), Map.of("09", "Gotlands län")))
                .filteredOn(tile -> tile.organisers() > 0)
                .extracting(Tile::letters)
                .containsExactly("I");
    }

    @Test
    void findsAPlaceForEveryCountyOfAnInventedCountry() {
        Map<String, String> invented = Map.of("31", "Siskelands län", "32", "Järpemarks län", "51", "Å län");
        List<Tile> country = Tile.country(Map.of("51", 3), invented);
        assertThat(country).extracting(Tile::code).contains("31", "32", "51").doesNotHaveDuplicates();
        assertThat(country)
                .filteredOn(tile -> tile.organisers() > 0)
                .extracting(Tile::letters)
                .containsExactly("Å");
    }

    private static List<String> counties() {
        try (var file = Objects.requireNonNull(TileTests.class.getResourceAsStream("/statistics/counties.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
