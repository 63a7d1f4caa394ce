package se.samverkan.cli;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.samverkan.records.AuditVerification;
import se.samverkan.records.AuditVerification.Proof;
import se.samverkan.shared.database.Backups;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan restore}: fills an empty database from a backup, and ends by proving its audit log whole. */
@Command(name = "restore")
final class RestoreCommand extends RoomsCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "cli.restore.file")
    private Path file = Path.of("");

    private Backups.Copied copied = new Backups.Copied(0, 0);

    RestoreCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return true;
    }

    @Override
    void prepare(Launcher launcher, Path data, Terminal terminal) {
        try (ConfigurableApplicationContext database = launcher.database(data)) {
            copied = database.getBean(Backups.class)
                    .restore(file, (table, done, total) -> terminal.progress(table, done, total));
        }
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        Proof proof = rooms.door(AuditVerification.class).verify();
        terminal.answer(
                Map.of("file", file.toString(), "tables", copied.tables(), "rows", copied.rows(), "audit", proof),
                rooms.door(JsonMapper.class),
                "cli.restore.done",
                file,
                copied.tables(),
                copied.rows());
        return AuditProof.tell(proof, terminal);
    }
}
