package se.samverkan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import se.samverkan.Samverkan;
import se.samverkan.shared.page.Words;

/** What the command line says before anything is started. */
class UsageTests {

    /** They answer from what they are given, and open no folder. */
    private static final Set<String> COMPUTE_ONLY = Set.of("estimate", "draw", "evaluate", "power", "archive-verify");

    @TempDir
    Path folder;

    static Stream<String> commands() {
        return CommandLine.of(Samverkan.class, new String[0], new java.io.PrintWriter(System.out))
                .getSubcommands()
                .keySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfAndEveryOptionInBothLanguages(String name) {
        for (Locale locale : new Locale[] {Words.SWEDISH, Words.ENGLISH}) {
            String[] arguments = {"--language", locale.getLanguage()};
            var command = CommandLine.of(Samverkan.class, arguments, new java.io.PrintWriter(System.out))
                    .getSubcommands()
                    .get(name);
            var usage = command.getCommandSpec().usageMessage();
            assertThat(usage.description()).as(name).isNotEmpty();
            assertThat(command.getCommandSpec().args())
                    .allSatisfy(argument -> assertThat(described(argument))
                            .as(argument.paramLabel())
                            .isNotEmpty());
        }
    }

    private static String[] described(ArgSpec argument) {
        return argument.description();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandShowsItsHelpWithoutStartingAnything(String name) {
        Spoken help = Spoken.by(name, "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("Användning: samverkan " + name).doesNotContain("cli.");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandThatNeedsOneTakesAFolderAndAllThatAnswerAlsoAnswerPrograms(String name) {
        var spec = CommandLine.of(Samverkan.class, new String[0], new java.io.PrintWriter(System.out))
                .getSubcommands()
                .get(name)
                .getCommandSpec();

        assertThat(spec.optionsMap()).containsKeys("--help", "-h", "--language");
        assertThat(spec.optionsMap().containsKey("--data")).isEqualTo(!COMPUTE_ONLY.contains(name));
        // The pages themselves are all that run has to say.
        assertThat(spec.optionsMap().containsKey("--json")).isEqualTo(!name.equals("run"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandCallsAnOptionThatItDoesNotKnowWrongUsage(String name) {
        Spoken answer = Spoken.by(name, "--no-such-option");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("--help").doesNotContain("Exception", "cli.");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void speaksEnglishWhereAskedTo() {
        assertThat(Spoken.by("--language", "en", "units", "--help").out()).contains("Usage: samverkan units");
    }

    @Test
    void callsACommandThatItDoesNotKnowWrongUsage() {
        Spoken answer = Spoken.by("dance");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("dance").contains("--help");
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "figures", "restore", "run --port many", "figures 1 --as-of soon"})
    void callsWhatIsMissingOrMisspeltWrongUsage(String line) {
        Spoken answer = Spoken.by(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("--help").doesNotContain("cli.").doesNotContain("Exception");
    }

    /** In a process of its own, since only that can have another environment. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "units", "restore backup.zip"})
    void callsTwoPlacesAtOnceWrongUsage(String line) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Samverkan.class.getName()));
        command.addAll(List.of(line.split(" ")));
        command.addAll(
                List.of("--language", "sv", "--data", folder.resolve("data").toString()));
        Path said = folder.resolve("said");
        ProcessBuilder started = new ProcessBuilder(command).redirectError(said.toFile());
        started.environment().put("SAMVERKAN_DB_URL", "jdbc:postgresql://localhost:1/samverkan");

        Process process = started.start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(said))
                .contains("SAMVERKAN_DB_URL", "--data")
                .doesNotContain("Exception");
        assertThat(out).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void makesNoDatabaseOnlyToFindNothingInIt() {
        Spoken answer = Spoken.by("units", "--data", folder.resolve("none").toString());

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("Det finns ingen databas");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void saysThatThePortIsTakenBeforeItStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Spoken answer =
                    Spoken.by("run", "--port", Integer.toString(taken.getLocalPort()), "--data", folder.toString());

            assertThat(answer.status()).isEqualTo(1);
            assertThat(answer.err()).contains("Porten " + taken.getLocalPort() + " är upptagen");
        }
    }

    @Test
    void saysThatTheFolderCannotBeUsed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Spoken answer =
                Spoken.by("run", "--port", "0", "--data", file.resolve("data").toString());

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("Det går inte att skriva i mappen");
    }
}
