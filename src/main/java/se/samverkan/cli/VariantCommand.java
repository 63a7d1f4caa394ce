package se.samverkan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.samverkan.programme.VariantFiles;
import se.samverkan.programme.VariantFiles.Outcome;
import se.samverkan.programme.VariantFiles.Problem;
import se.samverkan.shared.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code samverkan variant}: writes a programme variant out as its readable file, takes one in as a draft, or says all that
 * is wrong with one.
 */
@Command(name = "variant")
final class VariantCommand extends RoomsCommand {

    /** More than the largest file that is taken in; what comes after it makes no difference. */
    private static final int MOST_BYTES = 1_000_000;

    private enum Action {
        EXPORT,
        CHECK,
        IMPORT
    }

    @Parameters(index = "0", paramLabel = "export|import|check", descriptionKey = "cli.variant.action")
    private String action = "";

    @Parameters(index = "1", paramLabel = "KEY|FILE", descriptionKey = "cli.variant.subject")
    private String subject = "";

    @Option(names = "--version", paramLabel = "N")
    private @Nullable Integer version;

    VariantCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return action() == Action.IMPORT;
    }

    @Override
    void checkUsage() {
        boolean isFile = Files.isRegularFile(Path.of(subject)) && Files.isReadable(Path.of(subject));
        if (action() != Action.EXPORT && !isFile) {
            throw Refusal.rule("cli.refusal.file", subject);
        }
    }

    private Action action() {
        return switch (action) {
            case "export" -> Action.EXPORT;
            case "check" -> Action.CHECK;
            case "import" -> Action.IMPORT;
            default -> throw Refusal.rule("cli.variant.refusal.action", action);
        };
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        VariantFiles files = rooms.door(VariantFiles.class);
        return switch (action()) {
            case EXPORT -> export(files, terminal);
            case CHECK -> tell(files.check(content()), "cli.variant.checked", rooms, terminal);
            case IMPORT -> tell(files.takeIn(content()), "cli.variant.taken", rooms, terminal);
        };
    }

    private boolean export(VariantFiles files, Terminal terminal) {
        String text = files.write(subject, Optional.ofNullable(version))
                .orElseThrow(() -> Refusal.rule("cli.variant.refusal.none", subject));
        terminal.text(text);
        return true;
    }

    private byte[] content() {
        try (InputStream file = Files.newInputStream(Path.of(subject))) {
            return file.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tell(Outcome outcome, String done, Rooms rooms, Terminal terminal) {
        if (terminal.speaksJson()) {
            terminal.json(json(outcome, terminal), rooms.door(JsonMapper.class));
        }
        for (Problem problem : outcome.problems()) {
            terminal.complain("cli.variant.problem", problem.line(), sentence(problem, terminal));
        }
        if (outcome.isWhole() && !terminal.speaksJson()) {
            terminal.say(done, outcome.variant());
        }
        return outcome.isWhole();
    }

    private static Map<String, Object> json(Outcome outcome, Terminal terminal) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("variant", outcome.variant());
        json.put("whole", outcome.isWhole());
        json.put(
                "problems",
                outcome.problems().stream()
                        .map(problem -> Map.of(
                                "line", problem.line(),
                                "rule", problem.rule(),
                                "missing", problem.missing(),
                                "message", sentence(problem, terminal)))
                        .toList());
        return json;
    }

    private static String sentence(Problem problem, Terminal terminal) {
        return terminal.words().text(problem.rule(), problem.details().toArray());
    }
}
