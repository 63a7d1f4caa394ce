package se.samverkan.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samverkan.records.archive.CheckedPackage;
import se.samverkan.records.archive.PackageCheck;
import se.samverkan.shared.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan archive-verify}: proves an archive package whole, or names the first file that is not. */
@Command(name = "archive-verify")
final class ArchiveVerifyCommand implements Callable<Integer> {

    private final Locale locale;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.archive.file")
    private String file = "";

    @Option(names = "--checksum", paramLabel = "HEX")
    private @Nullable String checksum;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    ArchiveVerifyCommand(Locale locale) {
        this.locale = locale;
    }

    @Override
    public Integer call() {
        CheckedPackage checked = check();
        Terminal terminal =
                new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), json, locale);
        if (json) {
            terminal.json(checked, JsonMapper.shared());
        } else if (checked.whole()) {
            terminal.say("cli.archive.whole", checked.files(), checked.sha256());
        } else {
            terminal.complain(
                    "cli.archive.broken", checked.file(), terminal.words().text("archive.fault." + checked.fault()));
        }
        return checked.whole() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private CheckedPackage check() {
        try {
            return PackageCheck.check(Path.of(file), checksum);
        } catch (IOException | InvalidPathException e) {
            throw Refusal.rule("cli.refusal.file", file);
        }
    }
}
