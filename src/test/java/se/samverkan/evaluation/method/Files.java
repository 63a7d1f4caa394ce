package se.samverkan.evaluation.method;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The invented files that effects are checked on, and what one may do to them. */
final class Files {

    private Files() {}

    static List<String[]> rows(String name) {
        try (InputStream file = Files.class.getResourceAsStream("/evaluation/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with only these columns; {@code from=to} gives one another name. */
    static byte[] with(String name, String... columns) {
        return with(name, UnaryOperator.identity(), columns);
    }

    /** The same, with each row below the header changed. */
    static byte[] with(String name, UnaryOperator<String[]> change, String... columns) {
        List<String[]> rows = rows(name);
        List<String> names = List.of(rows.getFirst());
        int[] places = Arrays.stream(columns)
                .mapToInt(column -> names.indexOf(column.split("=")[0]))
                .toArray();
        String header = Arrays.stream(columns)
                .map(column -> column.split("=")[column.contains("=") ? 1 : 0])
                .collect(Collectors.joining(","));
        return bytes(Stream.concat(
                        Stream.of(header),
                        rows.stream()
                                .skip(1)
                                .map(String[]::clone)
                                .map(change)
                                .map(row -> Arrays.stream(places)
                                        .mapToObj(place -> row[place])
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n")));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The rows below the header in reversed order. */
    static byte[] reversed(byte[] content) {
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        return bytes(lines.getFirst() + "\n"
                + String.join("\n", lines.subList(1, lines.size()).reversed()));
    }
}
