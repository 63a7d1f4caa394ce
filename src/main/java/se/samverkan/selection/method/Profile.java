package se.samverkan.selection.method;

import java.util.Map;

/**
 * What a unit is matched by.
 *
 * @param id of the unit
 * @param stratum what must be the same for both of a match: the school form, at least
 * @param covariates by name, each in its own unit; one without a value is not in it
 */
public record Profile(String id, String stratum, Map<String, Double> covariates) {

    /** Whether every one of these covariates has a value. */
    public boolean has(Iterable<String> names) {
        for (String name : names) {
            if (!covariates.containsKey(name)) {
                return false;
            }
        }
        return true;
    }

    /** The value of a covariate that the unit has. */
    double value(String name) {
        Double value = covariates.get(name);
        if (value == null) {
            throw new IllegalArgumentException(id + " has no " + name);
        }
        return value;
    }
}
