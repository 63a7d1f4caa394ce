package se.samverkan.selection.invented;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.selection.assessment.Assessments;
import se.samverkan.selection.candidate.Candidate;
import se.samverkan.selection.material.Exclusions;
import se.samverkan.selection.material.InspectorateNotes;
import se.samverkan.selection.material.NoteDraft;
import se.samverkan.selection.material.StoredNotes.Kept;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** What the invented programme officer puts beside the figures of the demonstration's round: exclusions and notes. */
@Component
@Order(2)
class InventedMaterial implements InventedStory {

    private static final List<Reason> REASONS = List.of(Reason.CLOSING, Reason.OTHER_SUPPORT);
    private static final int NOTES = 3;

    private final SelectionRounds rounds;
    private final Assessments assessments;
    private final Exclusions exclusions;
    private final InspectorateNotes notes;
    private final Marks marks;
    private final MessageSource messages;

    InventedMaterial(
            SelectionRounds rounds,
            Assessments assessments,
            Exclusions exclusions,
            InspectorateNotes notes,
            Marks marks,
            MessageSource messages) {
        this.rounds = rounds;
        this.assessments = assessments;
        this.exclusions = exclusions;
        this.notes = notes;
        this.marks = marks;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "selection-material";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        rounds.rounds().reversed().stream().findFirst().ifPresent(this::tell);
    }

    private void tell(RoundView round) {
        List<Candidate> candidates = assessments.inQuestion(round.id());
        int noted = Math.min(NOTES, candidates.size());
        for (Candidate candidate : candidates.subList(0, noted)) {
            notes.add(round.id(), note(candidate, round.lastYear().year()));
        }
        notes.all(round.id()).stream().findFirst().ifPresent(this::mark);
        List<Candidate> others = candidates.subList(noted, candidates.size());
        for (int place = 0; place < Math.min(REASONS.size(), others.size()); place++) {
            exclusions.exclude(round.id(), others.get(place).unit().key(), REASONS.get(place), new FreeText("", ""));
        }
    }

    /** One piece tells of a pupil's health: only the officer reads it. */
    private void mark(Kept note) {
        marks.mark(
                "inspectorate-note",
                note.id(),
                new MarkDraft(
                        word("selection.invented.provision"),
                        new FreeText(word("selection.invented.marked"), ""),
                        Optional.empty(),
                        List.of()));
    }

    private NoteDraft note(Candidate candidate, int year) {
        return new NoteDraft(
                candidate.unit().key(),
                LocalDate.of(year, 11, 12),
                new FreeText(word("selection.invented.source"), ""),
                new FreeText(word("selection.invented.note"), ""),
                Optional.empty());
    }

    private String word(String key) {
        return messages.getMessage(key, null, Words.SWEDISH);
    }
}
