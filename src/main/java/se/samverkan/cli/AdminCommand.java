package se.samverkan.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.samverkan.access.FirstAdministrator;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan admin}: a one-time link by which the person with an address becomes an administrator. */
@Command(name = "admin")
final class AdminCommand extends RoomsCommand {

    @Parameters(paramLabel = "ADDRESS", descriptionKey = "cli.admin.address")
    private String address = "";

    @Option(names = "--site", paramLabel = "URL", defaultValue = "http://localhost:8080")
    private String site = "";

    AdminCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return true;
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        String link = site.replaceAll("/+$", "")
                + rooms.door(FirstAdministrator.class).invite(address);
        terminal.answer(Map.of("link", link), rooms.door(JsonMapper.class), "cli.admin.link", link);
        return true;
    }
}
