package se.samverkan.selection.candidate;

import java.time.Instant;
import java.util.List;

/**
 * A version of a round's criteria.
 *
 * @param version 0 before the first
 * @param madeAt when it was made
 * @param criteria the criteria, by number
 */
public record CriteriaView(int version, Instant madeAt, List<Criterion> criteria) {

    static final CriteriaView NONE = new CriteriaView(0, Instant.EPOCH, List.of());

    /** The criteria of a school form. */
    public List<Criterion> of(String form) {
        return criteria.stream()
                .filter(criterion -> criterion.form().equals(form))
                .toList();
    }
}
