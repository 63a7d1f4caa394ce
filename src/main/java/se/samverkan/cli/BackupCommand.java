package se.samverkan.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.samverkan.shared.database.Backups;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan backup}: the whole database, as it is at one moment, in one file. */
@Command(name = "backup")
final class BackupCommand extends RoomsCommand {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'samverkan-'yyyyMMdd-HHmmss'.zip'");

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "cli.backup.file")
    private @Nullable Path file;

    BackupCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return false;
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        Path target = file != null ? file : named(rooms.door(Clock.class));
        Backups.Copied copied =
                rooms.door(Backups.class).write(target, (table, done, total) -> terminal.progress(table, done, total));
        terminal.answer(
                Map.of("file", target.toString(), "tables", copied.tables(), "rows", copied.rows()),
                rooms.door(JsonMapper.class),
                "cli.backup.done",
                target,
                copied.tables(),
                copied.rows());
        return true;
    }

    private static Path named(Clock clock) {
        return Path.of(LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Stockholm"))
                .format(NAME));
    }
}
