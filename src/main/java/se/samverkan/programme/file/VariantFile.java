package se.samverkan.programme.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file as it was read: what it says, on which lines, and what is wrong with its form.
 *
 * @param parent what it inherits from
 * @param tree what it says; of what is wrong, nothing
 * @param lines the line of each path
 * @param complaints what is wrong
 */
public record VariantFile(
        Optional<Parent> parent, Map<String, Object> tree, Map<String, Integer> lines, List<Complaint> complaints) {

    /** What a variant inherits from: another, in a version that is published. */
    public record Parent(String variant, int version) {}

    public String key() {
        return tree.getOrDefault("key", "").toString();
    }

    /** A complaint of something in this file with the line on which it, or what it is in, stands. */
    Complaint placed(Complaint complaint) {
        String path = complaint.path();
        while (!path.isEmpty() && !lines.containsKey(path)) {
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        return complaint.onLine(lines.getOrDefault(path, 1));
    }
}
