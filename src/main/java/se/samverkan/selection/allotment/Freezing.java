package se.samverkan.selection.allotment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.BasisUnit.Place;
import se.samverkan.selection.candidate.Candidate;
import se.samverkan.selection.candidate.CandidateLists;
import se.samverkan.selection.candidate.CandidateLists.Known;
import se.samverkan.selection.candidate.CriteriaView;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.StoredCriteria;
import se.samverkan.selection.round.RoundMaterial;
import se.samverkan.selection.round.RoundMaterial.Exclusion;
import se.samverkan.selection.round.RoundMaterial.JointLine;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.PublishedFigures.UnitFigure;
import se.samverkan.statistics.Snapshots;

/** The door to the frozen basis of a round: what is chosen from, word by word, with a checksum. */
@Component
public class Freezing {

    private final SelectionRounds rounds;
    private final Standing standing;
    private final StoredCriteria criteria;
    private final FreezeRules rules;
    private final CandidateLists lists;
    private final RoundMaterial material;
    private final Directory directory;
    private final Snapshots snapshots;
    private final StoredBases bases;
    private final AuditTrail trail;

    Freezing(
            SelectionRounds rounds,
            Standing standing,
            StoredCriteria criteria,
            FreezeRules rules,
            CandidateLists lists,
            RoundMaterial material,
            Directory directory,
            Snapshots snapshots,
            StoredBases bases,
            AuditTrail trail) {
        this.rounds = rounds;
        this.standing = standing;
        this.criteria = criteria;
        this.rules = rules;
        this.lists = lists;
        this.material = material;
        this.directory = directory;
        this.snapshots = snapshots;
        this.bases = bases;
        this.trail = trail;
    }

    /** The versions of a round's basis, the newest first. */
    @Transactional(readOnly = true)
    public List<BasisView> versions(long round) {
        return bases.all(rounds.round(round).id());
    }

    /** The version that stands. */
    @Transactional(readOnly = true)
    public Optional<BasisView> current(long round) {
        return versions(round).stream().findFirst().filter(BasisView::stands);
    }

    @Transactional(readOnly = true)
    public List<BasisUnit> units(long round, int version) {
        return bases.units(rounds.round(round).id(), version);
    }

    /** The text that a version's checksum is made of. */
    @Transactional(readOnly = true)
    public String text(long round, int version) {
        return bases.text(rounds.round(round).id(), version);
    }

    /**
     * Freezes the basis as it stands.
     *
     * @return its version
     * @throws Refusal when somebody has frozen it already, or there is nothing to choose from
     */
    @Transactional
    public int freeze(long id) {
        rounds.roundToPrepare(id);
        standing.lock(id);
        standing.requireOpen(id);
        rules.checkRequests(id);
        RoundView round = rounds.round(id);
        CriteriaView standingCriteria = criteria.current(id);
        rules.checkCriteria(round, standingCriteria);
        int version = bases.all(id).size() + 1;
        int known = snapshots.lastImport();
        Gathered gathered = gather(round, standingCriteria, known);
        rules.checkUnits(gathered.units());
        bases.write(
                round,
                version,
                standingCriteria.version(),
                known,
                text(round, standingCriteria, gathered),
                gathered.units());
        trail.record(SelectionRounds.happening("frozen", round)
                .changing("basis-version", null, version)
                .changing("checksum", null, bases.all(id).getFirst().checksum()));
        return version;
    }

    /** Leaves the version that stands, so that what it rests on can be changed for a new one. */
    @Transactional
    public void leave(long id, int version, String reason) {
        RoundView round = rounds.roundToPrepare(id);
        standing.lock(id);
        if (reason.isBlank()) {
            throw Refusal.rule("selection.refusal.reason");
        }
        Standing.Stage stage = standing.stage(id);
        if (stage == Standing.Stage.LISTED || stage == Standing.Stage.ALLOTTED) {
            throw Refusal.rule("selection.refusal.allotted");
        }
        if (stage == Standing.Stage.OPEN || bases.all(id).size() != version) {
            throw Refusal.stale();
        }
        bases.leave(id, version, reason);
        trail.record(SelectionRounds.happening("basis-left", round)
                .changing("basis-version", version, null)
                .changing("reason", null, reason));
    }

    /** What a basis is made of: the units, and the figures that they rest on. */
    private record Gathered(List<BasisUnit> units, List<UnitFigure> figures) {}

    private Gathered gather(RoundView round, CriteriaView versioned, int known) {
        Map<Long, Exclusion> exclusions = material.exclusions(round.id()).stream()
                .collect(Collectors.toMap(Exclusion::unit, Function.identity()));
        Map<Long, JointLine> joint = material.jointLines(round.id()).stream()
                .collect(Collectors.toMap(JointLine::unit, Function.identity()));
        List<BasisUnit> units = new ArrayList<>();
        List<UnitFigure> figures = new ArrayList<>();
        for (FormPlaces form : round.forms()) {
            Optional<Criterion> results = Covariates.results(versioned.of(form.form()));
            Known list = lists.knownBy(round, form, versioned, results.stream().toList(), known);
            rules.checkWindows(list.list());
            list.list()
                    .everybody()
                    .forEach(candidate -> units.add(unit(form.form(), candidate, results, list, exclusions, joint)));
            figures.addAll(list.figures().all());
        }
        return new Gathered(units, figures);
    }

    private static BasisUnit unit(
            String form,
            Candidate candidate,
            Optional<Criterion> results,
            Known known,
            Map<Long, Exclusion> exclusions,
            Map<Long, JointLine> joint) {
        UnitView unit = candidate.unit();
        return new BasisUnit(
                form,
                new Place(
                        unit.id(),
                        unit.key(),
                        unit.name(),
                        unit.organiser().id(),
                        unit.organiser().key(),
                        unit.organiser().name(),
                        unit.organiser().type(),
                        unit.municipality().county()),
                candidate.need().exact(),
                candidate.need().error(),
                candidate.need().chance(),
                candidate.verdict(),
                Optional.ofNullable(exclusions.get(unit.id())).map(Exclusion::reason),
                Optional.ofNullable(joint.get(unit.id())).map(JointLine::conclusion),
                Covariates.of(unit, candidate.need(), results, known));
    }

    private String text(RoundView round, CriteriaView versioned, Gathered gathered) {
        List<Exclusion> exclusions = material.exclusions(round.id());
        List<JointLine> joint = material.jointLines(round.id());
        List<RoundMaterial.NoteMark> notes = material.noteMarks(round.id());
        Map<Long, String> keys = new HashMap<>();
        gathered.units().forEach(unit -> keys.put(unit.unit(), unit.key()));
        List<Long> others = java.util.stream.Stream.of(
                        exclusions.stream().map(Exclusion::unit),
                        joint.stream().map(JointLine::unit),
                        notes.stream().map(RoundMaterial.NoteMark::unit))
                .flatMap(Function.identity())
                .filter(unit -> !keys.containsKey(unit))
                .toList();
        directory.unitsByIds(others).forEach(unit -> keys.put(unit.id(), unit.key()));
        return new BasisText(keys)
                .round(round, versioned.criteria())
                .material(exclusions, notes, joint)
                .units(gathered.units())
                .figures(gathered.figures())
                .toString();
    }
}
