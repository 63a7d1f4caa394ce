package se.samverkan.statistics.skolverket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Skolverket's APIs on loopback, from recorded answers that lie beside the project and are never part of it. */
final class StandIn implements AutoCloseable {

    private static final Path PROGRAM = Path.of("../shared/tools/SkolverketStandIn.java");
    private static final Path DATA = Path.of("../shared/data/skolverket");

    private final Process process;
    private final URI url;

    private StandIn(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static boolean isThere() {
        return Files.exists(PROGRAM) && Files.exists(DATA.resolve("api-responses.tsv.gz"));
    }

    static StandIn start(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                PROGRAM.toString(),
                "--data",
                DATA.toString(),
                "--port",
                "0"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("the stand-in did not start");
            }
            return new StandIn(process, URI.create(line.replace("listening on ", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
