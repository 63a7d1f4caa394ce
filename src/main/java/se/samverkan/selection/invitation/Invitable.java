package se.samverkan.selection.invitation;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.Candidate;
import se.samverkan.selection.candidate.CandidateList;
import se.samverkan.selection.candidate.CandidateLists;
import se.samverkan.selection.candidate.StoredCriteria;
import se.samverkan.selection.invitation.Invitation.Concerned;
import se.samverkan.selection.invitation.Invitation.Odds;
import se.samverkan.selection.round.RoundMaterial;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.selection.round.RoundMaterial.JointLine;
import se.samverkan.selection.round.RoundView;
import se.samverkan.shared.page.Words;

/**
 * Which organisers a round can invite as its criteria stand now: those with a unit that the draw could choose. The rule is
 * that of the draw itself, so nobody is invited whose units could never be drawn.
 */
@Component
public class Invitable {

    private final StoredCriteria criteria;
    private final CandidateLists lists;
    private final RoundMaterial material;

    Invitable(StoredCriteria criteria, CandidateLists lists, RoundMaterial material) {
        this.criteria = criteria;
        this.lists = lists;
        this.material = material;
    }

    /** An organiser with its units that could be drawn. */
    public record Organiser(OrganiserView organiser, List<Concerned> units) {

        /** The key that people know the organiser by. */
        public String key() {
            return organiser.key();
        }

        /** How many units: one of two school forms is one. */
        long count() {
            return units.stream().map(Concerned::unit).distinct().count();
        }
    }

    /** The organisers by name, and the odds of each school form. */
    record Found(List<Organiser> organisers, List<Odds> odds) {}

    /** Asked only with a round that the reader has been shown. */
    Found in(RoundView round) {
        Map<Long, Conclusion> agreed = material.jointLines(round.id()).stream()
                .collect(Collectors.toMap(JointLine::unit, JointLine::conclusion));
        Map<OrganiserView, List<Concerned>> units = new LinkedHashMap<>();
        List<Odds> odds = new ArrayList<>();
        for (CandidateList list : lists.of(round, criteria.current(round.id()))) {
            List<Candidate> drawable = list.candidates().stream()
                    .filter(each -> BasisUnit.mayBeDrawn(
                            each.need().index().isPresent(),
                            each.verdict(),
                            Optional.ofNullable(agreed.get(each.unit().id()))))
                    .toList();
            String form = list.form().form();
            odds.add(new Odds(form, list.form().places(), drawable.size()));
            drawable.stream()
                    .map(Candidate::unit)
                    .forEach(unit -> units.computeIfAbsent(unit.organiser(), key -> new ArrayList<>())
                            .add(new Concerned(form, unit.id(), unit.key(), unit.name())));
        }
        return new Found(
                units.entrySet().stream()
                        .map(each -> new Organiser(each.getKey(), List.copyOf(each.getValue())))
                        .sorted(Comparator.comparing(
                                one -> one.organiser().name(), Collator.getInstance(Words.SWEDISH)))
                        .toList(),
                odds);
    }
}
