package se.samverkan.statistics.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of {@code indicators.csv}. */
final class IndicatorCodes {

    static final Set<String> ALL = read();

    private IndicatorCodes() {}

    private static Set<String> read() {
        var file = Objects.requireNonNull(IndicatorCodes.class.getResourceAsStream("/statistics/indicators.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")[1]).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
