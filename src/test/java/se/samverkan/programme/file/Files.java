package se.samverkan.programme.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.samverkan.access.Role;
import se.samverkan.programme.file.VariantChecking.Checked;
import se.samverkan.programme.file.VariantChecking.Parents;

/** Files of variants for tests: a small one of one's own, those that are shipped, and what they can inherit from. */
final class Files {

    /** The smallest that can be published; line by line, so that a test can say on which something is wrong. */
    static final List<String> SMALL = List.of(
            "key: small",
            "name: Litet",
            "purpose: Att pröva.",
            "levels: [SCHOOL]",
            "entry:",
            "  selection: NONE",
            "  approvals:",
            "    - role: HEAD_TEACHER",
            "phases:",
            "  - key: one",
            "    name: Ett",
            "    purpose: Det första.",
            "    terms: 2",
            "    steps:",
            "      - {key: do, name: Gör, role: HEAD_TEACHER, levels: [SCHOOL], help: Gör det., askRole: ANALYST, weeks: 3}");

    static final Known KNOWN = new Known(
            Arrays.stream(Role.values()).map(Role::name).toList(),
            List.of(
                    "PRESCHOOL",
                    "PRESCHOOL_CLASS",
                    "COMPULSORY",
                    "ADAPTED_COMPULSORY",
                    "SPECIAL",
                    "SAMI",
                    "UPPER_SECONDARY",
                    "ADAPTED_UPPER_SECONDARY",
                    "ADULT"));

    private Files() {}

    static Checked check(String... more) {
        return check(text(more));
    }

    /** The small file with more lines after it. */
    static String text(String... more) {
        return String.join("\n", SMALL) + "\n" + String.join("\n", more) + "\n";
    }

    static Checked check(String text) {
        return new VariantChecking(KNOWN, new Shelf(Map.of("ksbs 1", shipped("ksbs"), "small 1", small()), Map.of()))
                .check(bytes(text));
    }

    static Map<String, Object> small() {
        return Inheritance.whole(
                Map.of(), new FileReading(KNOWN).read(bytes(text())).tree(), wrong -> {});
    }

    static Map<String, Object> shipped(String name) {
        return Inheritance.whole(
                Map.of(), new FileReading(KNOWN).read(content(name)).tree(), wrong -> {});
    }

    static byte[] content(String name) {
        try (InputStream file = Files.class.getResourceAsStream("/programme/" + name + ".yaml")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What there is to inherit from, by key and version; and what stands on what. */
    record Shelf(Map<String, Map<String, Object>> wholes, Map<String, String> parents) implements Parents {

        @Override
        public Optional<Map<String, Object>> published(String variant, int version) {
            return Optional.ofNullable(wholes.get(variant + " " + version)).map(HashMap::new);
        }

        @Override
        public Set<String> line(String variant, int version) {
            Set<String> line = new HashSet<>();
            for (String at = variant; at != null && line.add(at); at = parents.get(at)) {}
            return line;
        }
    }
}
