package se.samverkan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code endpoints.csv}: an endpoint and to whom it is open. The head of that file says what each cell means.
 */
record EndpointLine(
        String method,
        String path,
        String verb,
        String open,
        String own,
        String foreign,
        String other,
        String example,
        String send) {

    private static final int CELLS = 9;

    static List<EndpointLine> all() {
        try (var in = EndpointLine.class.getResourceAsStream("/endpoints.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(EndpointLine::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EndpointLine of(String text) {
        String[] cells = Arrays.stream(text.split(";", -1)).map(String::strip).toArray(String[]::new);
        assertThat(cells).as(text).hasSize(CELLS);
        return new EndpointLine(
                cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]);
    }

    String name() {
        return method + " " + path;
    }

    boolean asksForNoVerb() {
        return verb.equals("-");
    }

    boolean isOfOrganisation() {
        return !foreign.equals("-");
    }

    boolean changesNothing() {
        return method.equals("GET") || method.equals("ANY");
    }

    boolean isUntried() {
        return open.startsWith("untried:");
    }

    /** Whether sending what succeeds shall leave a line in the log. */
    boolean isTold() {
        return !changesNothing() && !send.startsWith("untold:");
    }
}
