package se.samverkan.statistics.imports;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import se.samverkan.Samverkan;
import se.samverkan.access.ActingAs;
import se.samverkan.statistics.Imports;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** The whole application in a process of its own, which tries a file out and is told when to take it in. */
final class ImportingProcess {

    private final Process process;
    private final BufferedReader said;

    private ImportingProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param file what it tries out, or empty where it only goes on with what was left */
    static ImportingProcess on(TestDatabase database, String file) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ImportingProcess.class.getName(),
                file));
        command.addAll(List.of(database.settings()));
        return new ImportingProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until it says a word, and answers with what came after it. */
    String hear(String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
        }
        throw new IllegalStateException("the other process ended before it said: " + word);
    }

    void tell() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** {@code kill -9}: nothing of it gets to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        SpringApplication application = new SpringApplication(Samverkan.class);
        ConfigurableApplicationContext context = application.run(java.util.Arrays.stream(arguments)
                .skip(1)
                .map(each -> "--" + each)
                .toArray(String[]::new));
        Imports imports = context.getBean(Imports.class);
        ActingAs acting = context.getBean(ActingAs.class);
        if (!arguments[0].isEmpty()) {
            byte[] file = arguments[0].getBytes(StandardCharsets.UTF_8);
            UUID tried = acting.console(() -> imports.receive(new ByteArrayInputStream(file), "fil.csv"));
            BackgroundImports.waitUntil(
                    () -> !acting.console(() -> imports.receipt(tried)).isReceived());
            System.out.println("tried " + tried);
            int told = System.in.read();
            System.out.println("taking " + (told < 0 ? "" : acting.console(() -> imports.takeTriedOut(tried))));
        }
        System.in.transferTo(System.err);
    }
}
