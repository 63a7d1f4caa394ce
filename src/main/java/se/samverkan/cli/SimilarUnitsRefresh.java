package se.samverkan.cli;

import se.samverkan.statistics.SimilarUnits;

/**
 * Computes similar units anew where a command has changed what they are computed from, so that the next reader sees them
 * whether or not a server runs. A server that runs may do the same; then the second finds nothing behind.
 */
final class SimilarUnitsRefresh {

    private SimilarUnitsRefresh() {}

    static void whereBehind(Rooms rooms, Terminal terminal) {
        SimilarUnits similar = rooms.door(SimilarUnits.class);
        if (similar.areBehind()) {
            terminal.begins("cli.similar.step");
            terminal.progress(terminal.words().text("cli.similar.step"), 0, 0);
            similar.refresh();
        }
    }
}
