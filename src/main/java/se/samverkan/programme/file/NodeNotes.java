package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What is noted while a file is read: on which line everything stands, and all that is wrong. */
final class NodeNotes {

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    /** On which line what has a path begins. */
    Map<String, Integer> lines() {
        return lines;
    }

    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    /** Notes where something begins; what is said again is where it was first. */
    void note(Node node, String path) {
        lines.putIfAbsent(path, lineOf(node));
    }

    /** Notes what is wrong; false, as it is not as it should be. */
    boolean complain(Node node, String path, String rule, Object... details) {
        complaints.add(Complaint.at(lineOf(node), path, rule, details));
        return false;
    }

    /** Notes that something is not known, and which known one is nearest; false, likewise. */
    boolean unknown(Node node, String path, String what, String written, Collection<String> all) {
        return Nearest.of(written, all)
                .map(nearest -> complain(node, path, "unknown-" + what + "-near", written, nearest))
                .orElseGet(() -> complain(node, path, "unknown-" + what, written));
    }

    /** What a node says as one text; empty where it says anything else. */
    static String scalar(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
