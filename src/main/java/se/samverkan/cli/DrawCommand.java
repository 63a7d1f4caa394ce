package se.samverkan.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samverkan.selection.method.Draw;
import se.samverkan.selection.method.DrawList;
import se.samverkan.selection.method.Seed;
import tools.jackson.databind.json.JsonMapper;

/** {@code samverkan draw}: repeats a draw from its published list and seed. */
@Command(name = "draw")
final class DrawCommand extends ListCommand {

    @Option(names = "--seed", paramLabel = "HEX", required = true)
    private String seed = "";

    DrawCommand(Locale locale) {
        super(locale);
    }

    @Override
    void answer(byte[] content, Terminal terminal) {
        Draw draw = Draw.of(DrawList.read(content), Seed.of(seed));
        if (terminal.speaksJson()) {
            terminal.json(draw, JsonMapper.shared());
            return;
        }
        terminal.say("cli.draw.sums", draw.seedSha256(), draw.listSha256());
        draw.pairs()
                .forEach(pair ->
                        terminal.say("cli.draw.pair", pair.stratum(), pair.first(), pair.second(), pair.offered()));
        draw.unpaired().forEach(id -> terminal.say("cli.draw.unpaired", id));
    }
}
