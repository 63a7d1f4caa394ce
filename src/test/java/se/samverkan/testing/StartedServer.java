package se.samverkan.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.samverkan.Samverkan;

/**
 * The application as a person starts it: a process of its own that speaks through its streams, with what is delivered
 * and without what the tests add. Its log goes to a file.
 */
public final class StartedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path out;
    private final Path log;
    private final String management;

    private StartedServer(Process process, Path out, Path log) {
        this.process = process;
        this.out = out;
        this.log = log;
        this.management = await("(http\\S+)/actuator");
    }

    /** Starts with structured log lines, on a folder for real figures and ports that are free. */
    public static StartedServer on(Path data, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("server", ".out");
            Path log = Files.createTempFile("server", ".log");
            ProcessBuilder start = new ProcessBuilder(command(data))
                    .redirectOutput(out.toFile())
                    .redirectError(log.toFile());
            start.environment().keySet().removeIf(name -> name.startsWith("SAMVERKAN_"));
            start.environment().putAll(Map.of("SAMVERKAN_LOG", "json", "SAMVERKAN_LANGUAGE", "sv"));
            start.environment().putAll(environment);
            return new StartedServer(start.start(), out, log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(Path data) {
        String delivered = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                "-cp",
                delivered,
                Samverkan.class.getName(),
                "run",
                "--empty",
                "--port",
                "0",
                "--data",
                data.toString());
    }

    public int port() {
        return Integer.parseInt(await("igång: http://localhost:(\\d+)/"));
    }

    /** Somebody with a browser at the pages. */
    public Visitor visitor() {
        return new Visitor(port());
    }

    /** Somebody at the port of health and metrics. */
    public Visitor overseer() {
        return new Visitor(management);
    }

    /** The path of the one-time link that a new database prints. */
    public String firstLink() {
        return await("(/welcome/\\S+)");
    }

    public Process process() {
        return process;
    }

    public String log() {
        return read(log);
    }

    private String await(String wanted) {
        Pattern pattern = Pattern.compile(wanted);
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            boolean alive = process.isAlive();
            Optional<String> found = found(pattern);
            if (found.isPresent()) {
                return found.get();
            }
            if (!alive) {
                throw new IllegalStateException("the server ended: " + log());
            }
            pause();
        }
        throw new IllegalStateException("the server never said " + wanted + ": " + log());
    }

    private Optional<String> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(read(out));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Tells it to stop, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }
}
