package se.samverkan.reporting.publication.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How many units are in a phase, or in some phases after one another.
 *
 * <p>A group is told only when it has at least five units of at least three organisers. A smaller one is put together with the
 * phase after it, and the last with the one before, so every number that is told is the number of a group that is large
 * enough, and no difference between two of them is a smaller one.
 *
 * @param phases the keys of the phases
 * @param organisers the ids of the organisers whose units they are
 */
record Group(List<String> phases, int units, Set<Long> organisers) {

    static final int LEAST_UNITS = 5;
    static final int LEAST_ORGANISERS = 3;

    Group {
        phases = List.copyOf(phases);
        organisers = Set.copyOf(organisers);
    }

    /**
     * The groups that can be told, in the order of the phases; none where all of them together are too few.
     *
     * @param counted one for each phase, in order
     */
    static List<Group> told(List<Group> counted) {
        List<Group> told = new ArrayList<>();
        Group open = new Group(List.of(), 0, Set.of());
        for (Group next : counted) {
            open = open.and(next);
            if (open.isLargeEnough()) {
                told.add(open);
                open = new Group(List.of(), 0, Set.of());
            }
        }
        if (!open.phases().isEmpty() && !told.isEmpty()) {
            told.add(told.removeLast().and(open));
        }
        return told;
    }

    private Group and(Group next) {
        List<String> all = new ArrayList<>(phases);
        all.addAll(next.phases);
        Set<Long> both = new LinkedHashSet<>(organisers);
        both.addAll(next.organisers);
        return new Group(all, units + next.units, both);
    }

    private boolean isLargeEnough() {
        return units >= LEAST_UNITS && organisers.size() >= LEAST_ORGANISERS;
    }
}
