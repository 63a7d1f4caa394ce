package se.samverkan.programme.file;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the file of a variant. Nothing in it is ever made into an object by the YAML library: it is composed into nodes,
 * which know their lines, and read along the shape. All that is wrong is told at once.
 */
public final class FileReading {

    /** More than any programme says, and little enough to be read at once. */
    public static final int MOST_BYTES = 500_000;

    private static final int DEEPEST = 20;

    private final Known known;

    public FileReading(Known known) {
        this.known = known;
    }

    public VariantFile read(byte[] content) {
        if (content.length > MOST_BYTES) {
            return refused(Complaint.at(1, "", "too-large", MOST_BYTES / 1_000));
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException notText) {
            return refused(Complaint.at(1, "", "not-text"));
        }
    }

    private VariantFile read(String text) {
        try {
            Optional<Complaint> shortcut = shortcut(text);
            if (shortcut.isPresent()) {
                return refused(shortcut.get());
            }
            Node root = yaml().compose(new StringReader(text));
            return root instanceof MappingNode mapping
                    ? new NodeReading(known).read(mapping)
                    : refused(Complaint.at(1, "", "no-fields"));
        } catch (MarkedYAMLException wrong) {
            return refused(Complaint.at(line(wrong.getProblemMark()), "", "not-yaml"));
        } catch (YAMLException wrong) {
            return refused(Complaint.at(1, "", "not-yaml"));
        }
    }

    /** Names for repetition (anchors), with which a short file can become endless, and types of other programs. */
    private static Optional<Complaint> shortcut(String text) {
        for (Event event : yaml().parse(new StringReader(text))) {
            boolean named = event instanceof NodeEvent node && node.getAnchor() != null;
            if (named || event instanceof AliasEvent) {
                return Optional.of(Complaint.at(line(event.getStartMark()), "", "shortcut"));
            }
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(MOST_BYTES);
        return new Yaml(options);
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static VariantFile refused(Complaint complaint) {
        return new VariantFile(Optional.empty(), Map.of(), Map.of(), List.of(complaint));
    }
}
