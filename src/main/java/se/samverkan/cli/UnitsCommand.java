package se.samverkan.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samverkan.organisation.Directory.UnitQuery;
import se.samverkan.statistics.OpenData;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan units}: units that fit, letter by letter as {@code /api/v1/school-units} answers. */
@Command(name = "units")
final class UnitsCommand extends RoomsCommand {

    @Option(names = "--query", paramLabel = "TEXT")
    private @Nullable String query;

    @Option(names = "--municipality", paramLabel = "CODE")
    private @Nullable String municipality;

    @Option(names = "--organiser", paramLabel = "NUMBER")
    private @Nullable String organiser;

    @Option(names = "--form", paramLabel = "FORM")
    private @Nullable String form;

    @Option(names = "--page", paramLabel = "N", defaultValue = "1")
    private int page;

    @Option(names = "--size", paramLabel = "N", defaultValue = "20")
    private int size;

    UnitsCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return false;
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        UnitQuery asked = new UnitQuery(query, municipality, organiser, form);
        terminal.json(rooms.door(OpenData.class).units(asked, page, size), rooms.door(JsonMapper.class));
        return true;
    }
}
