package se.samverkan.partnership.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Text;
import se.samverkan.programme.variant.Variant;

/**
 * A difference between two versions of a variant that a case notices: a phase or a step that came, went or changed.
 *
 * @param what what happened to it
 * @param part whether it is a phase or a step
 * @param name what it is called; in the newer version where it is there
 * @param within the phase that a step belongs to; empty for a phase
 */
public record VersionDifference(What what, Part part, Text name, Optional<Text> within) {

    /** What happened to it. */
    public enum What {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What it is. */
    public enum Part {
        PHASE,
        STEP
    }

    static List<VersionDifference> between(Variant before, Variant after) {
        List<VersionDifference> found = new ArrayList<>();
        for (Phase old : before.phases()) {
            if (after.phase(old.key()).isEmpty()) {
                found.add(new VersionDifference(What.REMOVED, Part.PHASE, old.name(), Optional.empty()));
            }
        }
        for (Phase now : after.phases()) {
            before.phase(now.key())
                    .ifPresentOrElse(
                            old -> compare(old, now).forEach(found::add),
                            () -> found.add(
                                    new VersionDifference(What.ADDED, Part.PHASE, now.name(), Optional.empty())));
        }
        return found;
    }

    private static Stream<VersionDifference> compare(Phase old, Phase now) {
        boolean same = old.name().equals(now.name())
                && old.terms() == now.terms()
                && old.purpose().equals(now.purpose());
        Stream<VersionDifference> phase = same
                ? Stream.of()
                : Stream.of(new VersionDifference(What.CHANGED, Part.PHASE, now.name(), Optional.empty()));
        Stream<VersionDifference> gone =
                old.steps().stream().filter(step -> find(now, step).isEmpty()).map(step -> of(What.REMOVED, step, now));
        Stream<VersionDifference> here = now.steps().stream()
                .filter(step -> !find(old, step).equals(Optional.of(step)))
                .map(step -> of(find(old, step).isEmpty() ? What.ADDED : What.CHANGED, step, now));
        return Stream.of(phase, gone, here).flatMap(each -> each);
    }

    private static VersionDifference of(What what, Phase.Step step, Phase within) {
        return new VersionDifference(what, Part.STEP, step.name(), Optional.of(within.name()));
    }

    private static Optional<Phase.Step> find(Phase phase, Phase.Step wanted) {
        return phase.steps().stream()
                .filter(step -> step.key().equals(wanted.key()))
                .findFirst();
    }
}
