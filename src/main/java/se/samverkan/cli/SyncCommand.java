package se.samverkan.cli;

import picocli.CommandLine.Command;
import se.samverkan.statistics.Sync;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code samverkan sync}: fetches units and figures from Skolverket's open APIs, here and now. One that is stopped in the
 * middle goes on where it was when the command is given again.
 */
@Command(name = "sync")
final class SyncCommand extends RoomsCommand {

    SyncCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return true;
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        Sync.Receipt receipt = rooms.door(Sync.class).run((step, done, total) -> {
            terminal.begins(step);
            terminal.progress(terminal.words().text("progress.step." + step), done, total);
        });
        SyncSentences sentences = new SyncSentences(receipt, terminal);
        if (terminal.speaksJson()) {
            terminal.json(sentences.asJson(), rooms.door(JsonMapper.class));
        }
        sentences.tell();
        SimilarUnitsRefresh.whereBehind(rooms, terminal);
        return "DONE".equals(receipt.outcome());
    }
}
