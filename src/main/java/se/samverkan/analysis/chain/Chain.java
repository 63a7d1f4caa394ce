package se.samverkan.analysis.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of an analysis with what stands under what. A part may stand under several; what stands under it is shown once.
 * Nothing ever stands under itself.
 */
public final class Chain {

    private final Map<Long, Part> parts = new LinkedHashMap<>();
    private final List<Link> links;
    private final Map<Long, List<Part>> below = new HashMap<>();
    private final Map<Long, List<Part>> above = new HashMap<>();

    public Chain(List<Part> parts, List<Link> links) {
        parts.forEach(part -> this.parts.put(part.id(), part));
        this.links = links.stream()
                .filter(link -> this.parts.containsKey(link.upper()) && this.parts.containsKey(link.lower()))
                .toList();
        this.links.forEach(link -> {
            below.computeIfAbsent(link.upper(), id -> new ArrayList<>()).add(part(link.lower()));
            above.computeIfAbsent(link.lower(), id -> new ArrayList<>()).add(part(link.upper()));
        });
    }

    /** All parts, in the order in which they were added. */
    public List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** What stands under what. */
    public List<Link> links() {
        return links;
    }

    public List<Part> of(PartKind kind) {
        return parts.values().stream().filter(part -> part.is(kind)).toList();
    }

    public Optional<Part> find(long id) {
        return Optional.ofNullable(parts.get(id));
    }

    private Part part(long id) {
        return find(id).orElseThrow();
    }

    /** What stands right under a part. */
    public List<Part> below(long id) {
        return below.getOrDefault(id, List.of());
    }

    public List<Part> below(long id, PartKind kind) {
        return below(id).stream().filter(part -> part.is(kind)).toList();
    }

    /** What a part stands right under. */
    public List<Part> above(long id) {
        return above.getOrDefault(id, List.of());
    }

    public Optional<Link> link(long upper, long lower) {
        return links.stream()
                .filter(link -> link.upper() == upper && link.lower() == lower)
                .findFirst();
    }

    /** Everything under a part, itself left out. */
    public Set<Part> allBelow(long id) {
        return reach(id, below);
    }

    /** Everything that a part stands under, itself left out. */
    public Set<Part> allAbove(long id) {
        return reach(id, above);
    }

    private static Set<Part> reach(long id, Map<Long, List<Part>> next) {
        Set<Part> reached = new HashSet<>();
        Deque<Long> waiting = new ArrayDeque<>(List.of(id));
        while (!waiting.isEmpty()) {
            next.getOrDefault(waiting.pop(), List.of()).stream()
                    .filter(reached::add)
                    .map(Part::id)
                    .forEach(waiting::push);
        }
        return reached;
    }

    /** Whether a part may stand under another: their kinds fit, and nothing comes to stand under itself. */
    public boolean canStand(Part lower, Part upper) {
        return lower.kind().standsUnder(upper.kind())
                && lower.id() != upper.id()
                && allBelow(lower.id()).stream().noneMatch(part -> part.id() == upper.id());
    }

    /** What a part could stand under, and does not yet. */
    public List<Part> places(Part lower) {
        return parts.values().stream()
                .filter(upper -> canStand(lower, upper))
                .filter(upper -> link(upper.id(), lower.id()).isEmpty())
                .toList();
    }

    /** Whether there is evidence for a part itself. */
    public boolean isShown(long id) {
        return !below(id, PartKind.EVIDENCE).isEmpty();
    }

    /** Whether a cause is a root: nobody has asked why of it, or there was no answer. */
    public boolean isRoot(Part cause) {
        return cause.is(PartKind.CAUSE) && below(cause.id(), PartKind.CAUSE).isEmpty();
    }

    /** The problems that an area is to do something about. */
    public List<Part> problemsOf(long area) {
        Set<Part> all = allAbove(area);
        return of(PartKind.PROBLEM).stream().filter(all::contains).toList();
    }

    /** The problem, or strength, in whose tree a part is shown first. */
    public Optional<Part> treeOf(long id) {
        Set<Part> all = allAbove(id);
        return Stream.concat(find(id).stream(), parts.values().stream().filter(all::contains))
                .filter(part -> part.is(PartKind.PROBLEM) || part.is(PartKind.STRENGTH))
                .findFirst();
    }

    /** Parts that stand under nothing though they should. */
    public List<Part> unplaced() {
        return parts.values().stream()
                .filter(part -> !part.is(PartKind.PROBLEM) && !part.is(PartKind.STRENGTH))
                .filter(part -> above(part.id()).isEmpty())
                .toList();
    }

    /** The tree under a part. */
    public Branch tree(Part root) {
        return branch(root, new HashSet<>());
    }

    /** The trees under several parts; what is in one is not shown again in the next. */
    public List<Branch> trees(List<Part> roots) {
        Set<Long> shown = new HashSet<>();
        return roots.stream().map(root -> branch(root, shown)).toList();
    }

    private Branch branch(Part part, Set<Long> shown) {
        if (!shown.add(part.id())) {
            return new Branch(part, List.of(), List.of(), !below(part.id()).isEmpty());
        }
        List<Branch> branches = below(part.id()).stream()
                .filter(each -> !each.is(PartKind.EVIDENCE))
                .map(each -> branch(each, shown))
                .toList();
        return new Branch(part, below(part.id(), PartKind.EVIDENCE), branches, false);
    }
}
