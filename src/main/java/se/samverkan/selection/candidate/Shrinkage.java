package se.samverkan.selection.candidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samverkan.selection.candidate.CandidateList.Expectation;
import se.samverkan.selection.candidate.Reading.Shrunk;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.estimate.Estimate;
import se.samverkan.statistics.estimate.MetaRegression;
import se.samverkan.statistics.estimate.MetaRegression.Fit;
import se.samverkan.statistics.estimate.Observed;

/**
 * Draws the values of a criterion toward what is expected of such units: those whose pupils' background is published
 * toward what it predicts, the others toward their own mean. Two models, since a missing background is not an average
 * one. See docs/methods/estimate.md.
 */
final class Shrinkage {

    private final Map<String, Shrunk> shrunk = new HashMap<>();
    private int units;
    private int withBackground;
    private double tau2;
    private double i2;

    private Shrinkage() {}

    /**
     * @param observed each unit's value and sampling variance; with the covariates' values, or without any
     * @param background the names of the covariates
     */
    static Shrinkage of(List<Observed> observed, List<String> background) {
        Shrinkage all = new Shrinkage();
        List<Observed> told =
                observed.stream().filter(unit -> !unit.x().isEmpty()).toList();
        List<Observed> untold =
                observed.stream().filter(unit -> unit.x().isEmpty()).toList();
        if (told.size() <= background.size() + 1 || !all.fit(told, background)) {
            untold = withoutBackground(observed);
        } else {
            all.withBackground = told.size();
        }
        if (!untold.isEmpty()) {
            all.fit(untold, List.of());
        }
        all.units = observed.size();
        return all;
    }

    /** Whether it could be fitted: covariates that say the same thing tell nothing beside each other. */
    private boolean fit(List<Observed> units, List<String> covariates) {
        try {
            Fit fit = MetaRegression.fit(new Observed.Table(covariates, units));
            for (int place = 0; place < units.size(); place++) {
                put(units.get(place), fit.units().get(place), fit.tau2());
            }
            if (i2 == 0 || !covariates.isEmpty()) {
                tau2 = fit.tau2();
                i2 = fit.i2();
            }
            return true;
        } catch (Refusal cannotBeFitted) {
            return false;
        }
    }

    private void put(Observed unit, Estimate estimate, double between) {
        double trust = between / (between + unit.v());
        double expected = (estimate.estimate() - trust * unit.y()) / (1 - trust);
        shrunk.put(unit.id(), new Shrunk(estimate.estimate(), estimate.se(), expected, trust));
    }

    private static List<Observed> withoutBackground(List<Observed> observed) {
        List<Observed> plain = new ArrayList<>();
        observed.forEach(unit -> plain.add(new Observed(unit.id(), unit.y(), unit.v(), List.of())));
        return plain;
    }

    /** The shrunk values by unit. */
    Map<String, Shrunk> shrunk() {
        return shrunk;
    }

    Expectation expectation() {
        return new Expectation(units, withBackground, tau2, i2);
    }
}
