package se.samverkan.selection.candidate;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.ExclusionHint;
import se.samverkan.selection.ExclusionHint.Hint;
import se.samverkan.selection.material.InspectorateNotes;
import se.samverkan.selection.material.InspectorateReports;
import se.samverkan.selection.material.StoredNotes.Kept;
import se.samverkan.selection.round.RoundMaterial.Exclusion;
import se.samverkan.selection.round.RoundView;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.UnitDocuments.DocumentList;

/** What a round knows of one unit beside its figures, for the pages that show it. */
@Component
public class UnitMaterial {

    private final CandidateLists lists;
    private final CriteriaSetting criteria;
    private final InspectorateNotes notes;
    private final InspectorateReports reports;
    private final ObjectProvider<ExclusionHint> hints;

    UnitMaterial(
            CandidateLists lists,
            CriteriaSetting criteria,
            InspectorateNotes notes,
            InspectorateReports reports,
            ObjectProvider<ExclusionHint> hints) {
        this.lists = lists;
        this.criteria = criteria;
        this.notes = notes;
        this.reports = reports;
        this.hints = hints;
    }

    /**
     * A unit with what is known of it.
     *
     * @param list the list that it stands in
     * @param exclusion why it is excluded, where it is
     * @param hints what rooms above suggest; empty for those who do not prepare the round, and when it is excluded
     * @param notes the Inspectorate's material that stands
     * @param reports the Inspectorate's reports as Skolverket's API lists them, where somebody has asked
     */
    public record Known(
            CandidateList list,
            Candidate candidate,
            Optional<Exclusion> exclusion,
            List<Hint> hints,
            List<Kept> notes,
            Optional<DocumentList> reports) {}

    /**
     * What is known of one unit of a round that the reader has been shown.
     *
     * @param form the school form to look in; empty for any
     * @throws Refusal when the unit is not in the round
     */
    @Transactional(readOnly = true)
    public Known of(RoundView round, String form, String unit) {
        CriteriaView current = criteria.current(round.id());
        CandidateList list = round.forms().stream()
                .filter(each -> form.isEmpty() || each.form().equals(form))
                .map(each -> lists.of(round, each, current))
                .filter(each -> each.find(unit).isPresent())
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        Candidate candidate = list.find(unit).orElseThrow();
        Optional<Exclusion> exclusion = list.exclusion(candidate);
        long id = candidate.unit().id();
        List<Hint> suggested = round.isPreparedByReader() && exclusion.isEmpty()
                ? hints.orderedStream().flatMap(each -> each.hints(id).stream()).toList()
                : List.of();
        return new Known(list, candidate, exclusion, suggested, notes.of(round.id(), id), reports.of(id));
    }
}
