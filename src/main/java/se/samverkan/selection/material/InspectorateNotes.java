package se.samverkan.selection.material;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.UnitView;
import se.samverkan.records.mark.MarkView;
import se.samverkan.records.mark.Marks;
import se.samverkan.selection.material.StoredNotes.Kept;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door to the School Inspectorate's material (Skolinspektionens underlag) in a round: seen by its people only, put in
 * by those who prepare it, taken back and never deleted.
 */
@Component
public class InspectorateNotes {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final SelectionRounds rounds;
    private final StoredNotes stored;
    private final NoteFiles files;
    private final Standing standing;
    private final RoundUnits units;
    private final Marks marks;
    private final AuditTrail trail;
    private final Clock clock;

    InspectorateNotes(
            SelectionRounds rounds,
            StoredNotes stored,
            NoteFiles files,
            Standing standing,
            RoundUnits units,
            Marks marks,
            AuditTrail trail,
            Clock clock) {
        this.rounds = rounds;
        this.stored = stored;
        this.files = files;
        this.standing = standing;
        this.units = units;
        this.marks = marks;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Kept> all(long round) {
        List<Kept> all = stored.all(rounds.round(round).id());
        Map<Long, MarkView> marked =
                marks.of(NoteMarkable.KIND, all.stream().map(Kept::id).toList());
        return all.stream()
                .map(note -> note.marked(Optional.ofNullable(marked.get(note.id()))))
                .toList();
    }

    /** What stands on one unit, the newest first. */
    @Transactional(readOnly = true)
    public List<Kept> of(long round, long unit) {
        return all(round).stream()
                .filter(note -> note.unit() == unit && note.trace().isStanding())
                .toList();
    }

    /**
     * A file of the material that stands in a round.
     *
     * @throws Refusal when there is no such file in what the reader may see, or it was taken back
     */
    @Transactional(readOnly = true)
    public NoteFile file(long round, long id) {
        return files.read(stored.file(rounds.round(round).id(), id).orElseThrow(Refusal::notSeen));
    }

    @Transactional
    public void add(long round, NoteDraft draft) {
        RoundView prepared = rounds.roundToPrepare(round);
        standing.requireOpen(round);
        UnitView unit = units.of(prepared, draft.unit());
        if (draft.source().text().isBlank()) {
            throw Refusal.rule("selection.refusal.note-source");
        }
        if (draft.note().text().isBlank() && draft.file().isEmpty()) {
            throw Refusal.rule("selection.refusal.note-empty");
        }
        if (draft.day().isAfter(today())) {
            throw Refusal.rule("selection.refusal.note-day");
        }
        put(prepared, unit, draft);
    }

    private void put(RoundView round, UnitView unit, NoteDraft draft) {
        Optional<Long> file = draft.file().map(each -> files.keep(each).id());
        stored.add(
                round.id(),
                unit.id(),
                file.map(each -> draft.keeping(files.read(each))).orElse(draft),
                file);
        file.ifPresent(files::attached);
        trail.record(SelectionRounds.happening("note-added", round)
                .changing("unit", null, unit.name())
                .changing("noted-on", null, draft.day())
                .changing("file", null, draft.file().map(NoteFile::name).orElse(null))
                .changing("number-reason", null, draft.numberReason()));
    }

    /** What a list would put in and what is wrong with it; changes nothing. */
    @Transactional(readOnly = true)
    public NoteList tryOut(long round, byte[] csv) {
        return NoteList.read(csv, rounds.roundToPrepare(round), units, today());
    }

    /**
     * Puts in a whole list, or nothing of it.
     *
     * @param numberReason why personal identity numbers stand in it; empty where none do
     * @return how many pieces came in
     */
    @Transactional
    public int addAll(long round, byte[] csv, String numberReason) {
        NoteList list = tryOut(round, csv);
        if (!list.problems().isEmpty()) {
            throw Refusal.rule(
                    "selection.refusal.list-has-problems", list.problems().size());
        }
        RoundView prepared = rounds.roundToPrepare(round);
        standing.requireOpen(round);
        list.lines().forEach(line -> put(prepared, line.unit(), line.draft(numberReason)));
        return list.lines().size();
    }

    @Transactional
    public void withdraw(long round, long id) {
        RoundView prepared = rounds.roundToPrepare(round);
        standing.requireOpen(round);
        Kept kept = stored.all(round).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (!stored.withdraw(id)) {
            throw Refusal.rule("selection.refusal.withdrawn-already");
        }
        trail.record(SelectionRounds.happening("note-withdrawn", prepared)
                .changing("unit", units.name(kept.unit()), null)
                .changing("noted-on", kept.day(), null));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }
}
