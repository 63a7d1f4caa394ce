package se.samverkan.shared.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process that uses the database of a folder until it is told to leave, or is killed. */
final class AnotherProcess {

    private final Process process;
    private final String url;

    private AnotherProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static AnotherProcess using(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("jdbc:")) {
                return new AnotherProcess(process, line);
            }
        }
        throw new IllegalStateException("the other process did not get a database");
    }

    String url() {
        return url;
    }

    /** Leaves as a process does that is told to stop. */
    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    /** {@code kill -9}: nothing of it gets to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Uses the database of the folder until stdin ends. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(Path.of(arguments[0]), "32MB")) {
            System.out.println(postgres.url());
            System.in.transferTo(System.err);
        }
    }
}
