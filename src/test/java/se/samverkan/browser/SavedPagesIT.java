package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What {@link EveryPage} saved is valid HTML, says the Nu HTML checker. It runs in a process of its own, for it ends the
 * one it runs in.
 */
class SavedPagesIT {

    private static final String CHECKER = "nu.validator.client.SimpleCommandLineValidator";

    @Test
    void areValid() throws IOException, InterruptedException {
        List<String> pages = pages();
        Assumptions.assumeFalse(pages.isEmpty(), "no pages were saved: no browser on this machine");

        Process checker =
                new ProcessBuilder(command(pages)).redirectErrorStream(true).start();
        String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(checker.waitFor()).as(said).isZero();
        assertThat(said).isBlank();
    }

    private static List<String> pages() throws IOException {
        if (!Files.isDirectory(EveryPage.SAVED)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(EveryPage.SAVED)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> command(List<String> pages) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.concat(Stream.of(java, "-cp", classPath, CHECKER, "--format", "gnu"), pages.stream())
                .toList();
    }
}
