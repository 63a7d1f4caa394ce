package se.samverkan.selection.material;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.records.mark.Markable;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;

/** Whoever prepares a round can mark a piece of the Inspectorate's material, so that only some of its people read it. */
@Component
class NoteMarkable implements Markable {

    static final String KIND = "inspectorate-note";

    private final StoredNotes stored;
    private final SelectionRounds rounds;

    NoteMarkable(StoredNotes stored, SelectionRounds rounds) {
        this.stored = stored;
        this.rounds = rounds;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String field() {
        return "content";
    }

    @Override
    public Optional<Markable.Record> find(long about) {
        return stored.round(about).map(rounds::roundToPrepare).map(round -> record(about, round));
    }

    private static Markable.Record record(long note, RoundView round) {
        return new Markable.Record(note, round.owner(), round.name(), "/selection/" + round.id() + "/notes");
    }
}
