package se.samverkan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samverkan.access.ActingAs;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.database.EmbeddedPostgres;

/**
 * A command that needs the rooms: opens them beside whatever else runs on the same database, acts as the service person
 * <i>console</i>, and closes them again.
 */
abstract class RoomsCommand implements Callable<Integer> {

    private final Launcher launcher;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private Place place;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    RoomsCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public final Integer call() {
        Path data = place.folder();
        checkUsage();
        if (Place.external().isEmpty()) {
            preflight(data);
        }
        Terminal terminal =
                new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), json, launcher.locale());
        prepare(launcher, data, terminal);
        try (ConfigurableApplicationContext context = launcher.rooms(data)) {
            Rooms rooms = new Rooms(context);
            boolean done = rooms.door(ActingAs.class).console(() -> perform(rooms, terminal));
            return done ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private void preflight(Path data) {
        if (!makesDatabase() && !EmbeddedPostgres.existsIn(data)) {
            throw Refusal.rule("cli.refusal.no-database", data.toString());
        }
        Preflight.folder(data);
    }

    CommandSpec spec() {
        return spec;
    }

    /** Throws a {@link picocli.CommandLine.ParameterException} when options do not go together. */
    void checkUsage() {}

    /** Whether the command may begin with an empty folder; one that only reads has nothing to read there. */
    abstract boolean makesDatabase();

    /** Does what must be done before the rooms are opened. */
    void prepare(Launcher launcher, Path data, Terminal terminal) {}

    /** Does it, and says whether it was done. */
    abstract boolean perform(Rooms rooms, Terminal terminal);
}
