package se.samverkan.selection.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.selection.round.Standing;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.PublishedFigures;

/** The door to the criteria of a round. Every change makes a new version; two people at once never undo one another. */
@Component
public class CriteriaSetting {

    private final SelectionRounds rounds;
    private final Standing standing;
    private final StoredCriteria criteria;
    private final CriterionCatalogue catalogue;
    private final PublishedFigures figures;
    private final AuditTrail trail;

    CriteriaSetting(
            SelectionRounds rounds,
            Standing standing,
            StoredCriteria criteria,
            CriterionCatalogue catalogue,
            PublishedFigures figures,
            AuditTrail trail) {
        this.rounds = rounds;
        this.standing = standing;
        this.criteria = criteria;
        this.catalogue = catalogue;
        this.figures = figures;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public CriteriaView current(long round) {
        return criteria.current(rounds.round(round).id());
    }

    /**
     * Adds a criterion, or changes the one that has its number.
     *
     * @param seen the version of the criteria that the form showed
     * @param wanted number 0 for a new one
     */
    @Transactional
    public void set(long round, int seen, Criterion wanted) {
        RoundView prepared = rounds.roundToPrepare(round);
        standing.requireOpen(round);
        check(prepared, wanted);
        CriteriaView now = criteria.current(round);
        if (now.version() != seen) {
            throw Refusal.stale();
        }
        List<Criterion> next = new ArrayList<>(now.criteria());
        next.removeIf(known -> known.number() == wanted.number());
        if (wanted.number() != 0 && next.size() == now.criteria().size()) {
            throw Refusal.rule("refusal.removed-meanwhile");
        }
        if (next.stream().anyMatch(known -> sameMatter(known, wanted))) {
            throw Refusal.rule("selection.refusal.criterion-twice");
        }
        Criterion numbered = wanted.number() == 0 ? wanted.numbered(criteria.nextNumber(round)) : wanted;
        next.add(numbered);
        next.sort(java.util.Comparator.comparingInt(Criterion::number));
        int version = criteria.write(round, seen, next);
        trail.record(SelectionRounds.happening("criterion-set", prepared)
                .changing("criteria-version", now.version(), version)
                .changing("criterion", told(now, numbered.number()), told(numbered)));
    }

    @Transactional
    public void remove(long round, int seen, int number) {
        RoundView prepared = rounds.roundToPrepare(round);
        standing.requireOpen(round);
        CriteriaView now = criteria.current(round);
        List<Criterion> next = now.criteria().stream()
                .filter(known -> known.number() != number)
                .toList();
        if (next.size() == now.criteria().size()) {
            throw Refusal.rule("refusal.removed-meanwhile");
        }
        int version = criteria.write(round, seen, next);
        trail.record(SelectionRounds.happening("criterion-removed", prepared)
                .changing("criteria-version", now.version(), version)
                .changing("criterion", told(now, number), null));
    }

    private void check(RoundView round, Criterion wanted) {
        if (round.form(wanted.form()).isEmpty()) {
            throw Refusal.rule("selection.refusal.form-not-in-round");
        }
        if (catalogue
                .find(wanted.form(), wanted.indicator())
                .filter(line -> line.kind() == wanted.kind())
                .isEmpty()) {
            throw Refusal.rule("selection.refusal.indicator-not-for-form");
        }
        if (wanted.isWeighted() && !(wanted.amount() > 0)) {
            throw Refusal.rule("selection.refusal.weight");
        }
        if (!figures.periods(wanted.indicator()).contains(wanted.lastPeriod())) {
            throw Refusal.rule(
                    "selection.refusal.window-without-data", wanted.lastPeriod().toString());
        }
    }

    private static boolean sameMatter(Criterion one, Criterion other) {
        return one.form().equals(other.form()) && one.indicator().equals(other.indicator()) && one.use() == other.use();
    }

    private static @org.jspecify.annotations.Nullable String told(CriteriaView criteria, int number) {
        return criteria.criteria().stream()
                .filter(known -> known.number() == number)
                .findFirst()
                .map(CriteriaSetting::told)
                .orElse(null);
    }

    private static String told(Criterion criterion) {
        return String.format(
                Locale.ROOT,
                "%s %s ×%d %s %s %s",
                criterion.indicator(),
                criterion.lastPeriod(),
                criterion.years(),
                criterion.use(),
                criterion.needy(),
                criterion.amount());
    }
}
