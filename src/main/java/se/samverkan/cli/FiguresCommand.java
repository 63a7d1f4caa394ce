package se.samverkan.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.samverkan.statistics.OpenData;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan figures}: a unit's figures, letter by letter as {@code /api/v1/school-units/…/figures} answers. */
@Command(name = "figures")
final class FiguresCommand extends RoomsCommand {

    @Parameters(paramLabel = "CODE", descriptionKey = "cli.figures.code")
    private String code = "";

    @Option(names = "--indicator", paramLabel = "CODE")
    private @Nullable String indicator;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate asOf;

    FiguresCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return false;
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        terminal.json(
                rooms.door(OpenData.class).figures(code, Optional.ofNullable(indicator), Optional.ofNullable(asOf)),
                rooms.door(JsonMapper.class));
        return true;
    }
}
