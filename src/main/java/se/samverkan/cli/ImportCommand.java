package se.samverkan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.ReceiptJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code samverkan import}: takes files in as they were downloaded, each of them whole or not at all. A file that is
 * refused does not stop the ones after it; as JSON each file answers on a line of its own.
 */
@Command(name = "import")
final class ImportCommand extends RoomsCommand {

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "cli.import.file")
    private List<Path> files = List.of();

    @Option(names = "--dry-run")
    private boolean dryRun;

    ImportCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return true;
    }

    /** Before anything is made or changed, so that a slip of the pen costs nothing. */
    @Override
    void checkUsage() {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw Refusal.rule("cli.refusal.file", file.toString());
            }
        }
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        boolean allDone = true;
        for (int i = 0; i < files.size(); i++) {
            String name = String.valueOf(files.get(i).getFileName());
            terminal.begins(name);
            String what = terminal.words().text("cli.import.step", name, i + 1, files.size());
            terminal.progress(what, 0, 0);
            Receipt receipt = receive(rooms.door(Imports.class), files.get(i), name, (step, done, total) -> {
                terminal.begins(name + step);
                terminal.progress(what + " " + terminal.words().text("progress.step." + step), done, total);
            });
            tell(receipt, rooms, terminal);
            allDone &= !receipt.isRefused();
        }
        SimilarUnitsRefresh.whereBehind(rooms, terminal);
        return allDone;
    }

    private Receipt receive(Imports imports, Path file, String name, Progress.Watcher watcher) {
        try (InputStream content = Files.newInputStream(file)) {
            return dryRun ? imports.tryOut(content, name, watcher) : imports.take(content, name, watcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(Receipt receipt, Rooms rooms, Terminal terminal) {
        if (terminal.speaksJson()) {
            terminal.json(ReceiptJson.of(receipt, terminal.words()), rooms.door(JsonMapper.class));
        }
        ReceiptSentences.tell(receipt, terminal);
    }
}
