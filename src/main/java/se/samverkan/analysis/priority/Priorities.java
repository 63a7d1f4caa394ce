package se.samverkan.analysis.priority;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Kept;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.priority.Prioritising.Stage;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to priorities. Those who write in the analysis score alone; when all have finished, or whoever decides closes the
 * round, everybody sees how the scores lie. Then the one who decides for the unit decides an order, which stands until a new
 * round is begun with a reason.
 */
@Component
public class Priorities implements Kept {

    private static final int MOST_CRITERIA = 8;
    private static final int FEWEST_AREAS = 1;

    private final Analyses analyses;
    private final Chains chains;
    private final StoredPriorities store;
    private final AuditTrail trail;

    Priorities(Analyses analyses, Chains chains, StoredPriorities store, AuditTrail trail) {
        this.analyses = analyses;
        this.chains = chains;
        this.store = store;
        this.trail = trail;
    }

    /** The newest round; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<Prioritising> newest(AnalysisView analysis) {
        return store.newest(analysis.id());
    }

    /** The order that holds: the newest that is decided, also while a new round goes on. */
    @Transactional(readOnly = true)
    public Optional<Prioritising> decided(AnalysisView analysis) {
        return store.decided(analysis.id());
    }

    /** The places of the order that holds, in one question; none before one is decided. */
    @Transactional(readOnly = true)
    public List<Place> order(AnalysisView analysis) {
        return orders(List.of(analysis)).getOrDefault(analysis.id(), List.of());
    }

    /** The same of several analyses, by the id of the analysis; one without an order is not there. */
    @Transactional(readOnly = true)
    public Map<Long, List<Place>> orders(Collection<AnalysisView> several) {
        return store.orders(several.stream().map(AnalysisView::id).toList());
    }

    /**
     * Begins the first round.
     *
     * @param criteria what is scored by, to begin with
     */
    @Transactional
    public void begin(long id, List<String> criteria) {
        AnalysisView analysis = analyses.locked(id);
        if (chains.chain(analysis).of(PartKind.AREA).size() < FEWEST_AREAS) {
            throw Refusal.rule("analysis.refusal.no-areas");
        }
        if (newest(analysis).isPresent()) {
            return;
        }
        store.begin(id, 1, "", checked(criteria));
        trail.record(Analyses.happening("priorities-begun", analysis)
                .changing("analysis-criteria", null, String.join("; ", criteria)));
    }

    /** Says by what is scored, before anybody has. */
    @Transactional
    public void criteria(long id, int version, List<String> criteria) {
        AnalysisView analysis = analyses.locked(id);
        Prioritising now = require(analysis, Stage.SCORED);
        if (now.version() != version) {
            throw Refusal.stale();
        }
        if (!store.isUntouched(now.id())) {
            throw Refusal.rule("analysis.refusal.scored");
        }
        store.replace(now.id(), checked(criteria));
        trail.record(Analyses.happening("criteria-changed", analysis)
                .changing(
                        "analysis-criteria",
                        now.criteria().stream().map(Criterion::name).collect(Collectors.joining("; ")),
                        String.join("; ", criteria)));
    }

    private static List<String> checked(List<String> criteria) {
        if (criteria.isEmpty() || criteria.size() > MOST_CRITERIA) {
            throw Refusal.rule("analysis.refusal.criteria", MOST_CRITERIA);
        }
        if (criteria.stream().anyMatch(each -> each.isBlank() || each.length() > PartDraft.MOST_OF_TITLE)) {
            throw Refusal.rule("analysis.refusal.criterion", PartDraft.MOST_OF_TITLE);
        }
        return criteria;
    }

    /** Which area by which criterion. */
    public record Cell(long area, long criterion) {}

    /**
     * Scores, alone. When everybody has finished the round closes by itself.
     *
     * @param finished whether this is one's last word
     */
    @Transactional
    public void score(long id, Map<Cell, Integer> scores, boolean finished) {
        AnalysisView analysis = analyses.locked(id);
        Prioritising now = require(analysis, Stage.SCORED);
        Set<Long> areas = areas(analysis);
        Set<Long> criteria = now.criteria().stream().map(Criterion::id).collect(Collectors.toSet());
        scores.forEach((cell, value) -> {
            if (!areas.contains(cell.area()) || !criteria.contains(cell.criterion())) {
                throw Refusal.rule("analysis.refusal.score-gone");
            }
            if (value < Score.LOWEST || value > Score.HIGHEST) {
                throw Refusal.rule("analysis.refusal.score", Score.LOWEST, Score.HIGHEST);
            }
            store.score(now.id(), cell.area(), cell.criterion(), value);
        });
        trail.record(Analyses.happening(finished ? "scored" : "scoring", analysis));
        if (finished) {
            finish(analysis, now);
        }
    }

    private void finish(AnalysisView analysis, Prioritising now) {
        boolean whole = newest(analysis).orElseThrow().scores().stream()
                        .filter(Score::mine)
                        .count()
                >= (long) areas(analysis).size() * now.criteria().size();
        if (!whole) {
            throw Refusal.rule("analysis.refusal.scores-missing");
        }
        store.finish(now.id());
        Prioritising after = newest(analysis).orElseThrow();
        if (after.finished() >= after.people()) {
            store.close(now.id());
            trail.record(Analyses.happening("scores-shown", analysis));
        }
    }

    private Set<Long> areas(AnalysisView analysis) {
        return chains.chain(analysis).of(PartKind.AREA).stream().map(Part::id).collect(Collectors.toSet());
    }

    /** Closes the round before all have finished; those who have not can score no more. */
    @Transactional
    public void close(long id) {
        AnalysisView analysis = analyses.toDecide(id);
        Prioritising now = require(analysis, Stage.SCORED);
        if (now.finished() == 0) {
            throw Refusal.rule("analysis.refusal.nobody-scored");
        }
        store.close(now.id());
        trail.record(Analyses.happening("scores-shown", analysis));
    }

    /**
     * Decides which areas come first, and why. Each must go back to problems that something shows.
     *
     * @param places the areas that are to be worked on; an area may be left out
     */
    @Transactional
    public void decide(long id, List<Place> places, Optional<FreeText> numbers) {
        AnalysisView analysis = analyses.toDecide(id);
        Prioritising now = require(analysis, Stage.CLOSED);
        Chain chain = chains.chain(analysis);
        if (places.isEmpty()) {
            throw Refusal.rule("analysis.refusal.no-place");
        }
        Set<Integer> taken = new HashSet<>();
        for (Place place : places) {
            Part area = chain.find(place.area())
                    .filter(part -> part.is(PartKind.AREA))
                    .orElseThrow(() -> Refusal.rule("analysis.refusal.score-gone"));
            if (!taken.add(place.place())) {
                throw Refusal.rule("analysis.refusal.same-place", place.place());
            }
            if (place.reason().length() > PartDraft.MOST_OF_WORDS) {
                throw Refusal.rule("analysis.refusal.words-long", PartDraft.MOST_OF_WORDS);
            }
            requireGround(chain, area);
        }
        store.decide(now.id(), places);
        var happening = Analyses.happening("priorities-decided", analysis)
                .changing(
                        "number-reason",
                        null,
                        numbers.map(FreeText::numberReasonOrNull).orElse(null));
        for (Place place : places) {
            happening = happening
                    .changing(
                            "analysis-place",
                            null,
                            place.place() + ". "
                                    + chain.find(place.area()).orElseThrow().title())
                    .changing("reason", null, place.reason().isEmpty() ? null : place.reason());
        }
        trail.record(happening);
    }

    private static void requireGround(Chain chain, Part area) {
        List<Part> ground = chain.allAbove(area.id()).stream()
                .filter(part -> part.is(PartKind.PROBLEM) || part.is(PartKind.STRENGTH))
                .toList();
        if (ground.isEmpty()) {
            throw Refusal.rule("analysis.refusal.no-ground", area.number());
        }
        ground.stream().filter(part -> !chain.isShown(part.id())).findFirst().ifPresent(part -> {
            throw Refusal.rule("analysis.refusal.no-evidence", area.number(), part.title());
        });
    }

    /** Begins a new round after one was decided, with its criteria. The order that was decided holds until then. */
    @Transactional
    public void reopen(long id, FreeText reason) {
        AnalysisView analysis = analyses.toDecide(id);
        Prioritising now = require(analysis, Stage.DECIDED);
        if (reason.text().isBlank()) {
            throw Refusal.rule("analysis.refusal.why-anew");
        }
        if (reason.text().length() > PartDraft.MOST_OF_WORDS) {
            throw Refusal.rule("analysis.refusal.words-long", PartDraft.MOST_OF_WORDS);
        }
        store.begin(
                id,
                now.number() + 1,
                reason.text(),
                now.criteria().stream().map(Criterion::name).toList());
        trail.record(Analyses.happening("priorities-reopened", analysis)
                .changing("reason", null, reason.text())
                .changing("number-reason", null, reason.numberReasonOrNull()));
    }

    private Prioritising require(AnalysisView analysis, Stage stage) {
        Prioritising now = newest(analysis).orElseThrow(() -> Refusal.rule("analysis.refusal.no-round"));
        if (now.stage() != stage) {
            throw Refusal.rule("analysis.refusal.stage." + now.stage());
        }
        return now;
    }

    @Override
    public Optional<String> whyKept(long part) {
        return store.isPlaced(part) ? Optional.of("analysis.refusal.placed") : Optional.empty();
    }
}
