package se.samverkan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts in bin/ say on a machine that lacks something: one plain sentence. */
class ScriptTests {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "sv_SE.UTF-8, Samverkan behöver JDK 25: installera det (till exempel Eclipse Temurin 25) och kör samma kommando igen.",
        "en_GB.UTF-8, Samverkan needs JDK 25: install it (for example Eclipse Temurin 25) and run the same command again."
    })
    void sayInOneSentenceThatTheJdkIsMissing(String language, String sentence) throws Exception {
        Said said = bash(language, "jdk_candidates() { printf '%s\\n' \"\" /no/jdk; }; find_java");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).isEqualTo(sentence + "\n");
    }

    @Test
    void takeNoOlderJdkForTheRightOne() throws Exception {
        jdk("old", "24.0.1");
        jdk("right", "25.0.1");
        Said said = bash(
                "sv", "jdk_candidates() { printf '%s\\n' \"$HOME/old\" \"$HOME/right\"; }; find_java; echo $JAVA_HOME");

        assertThat(said.text()).isEqualTo(home.resolve("right") + "\n");
    }

    private void jdk(String name, String version) throws IOException {
        Path javac = home.resolve(name).resolve("bin/javac");
        Files.createDirectories(javac.getParent());
        assertThat(Files.createFile(javac).toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    @Test
    void sayInOneSentenceThatMavenIsMissing() throws Exception {
        Said said = bash("sv", "may_install() { return 1; }; PATH=/no/bin; find_maven");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text().lines()).singleElement().asString().contains("paketet heter maven");
    }

    @Test
    void readAsBashDoesWithoutAFault() throws Exception {
        try (Stream<Path> scripts = Files.list(Path.of("bin"))) {
            for (Path script : scripts.toList()) {
                Process read = new ProcessBuilder("bash", "-n", script.toString()).start();
                assertThat(read.waitFor()).as(script.toString()).isZero();
            }
        }
    }

    private record Said(int status, String text) {}

    private Said bash(String language, String script) throws Exception {
        ProcessBuilder bash =
                new ProcessBuilder(List.of("bash", "-euo", "pipefail", "-c", ". bin/common.sh; " + script));
        bash.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("SAMVERKAN_"));
        bash.environment().putAll(Map.of("LANG", language, "HOME", home.toString()));
        bash.environment().remove("JAVA_HOME");
        Process process = bash.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }
}
