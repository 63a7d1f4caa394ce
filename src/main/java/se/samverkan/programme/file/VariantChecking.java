package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samverkan.programme.file.VariantFile.Parent;

/** Reads a file with what it inherits, and tells all that is wrong with the whole on the lines of the file. */
public final class VariantChecking {

    private final FileReading reading;
    private final Parents parents;

    public VariantChecking(Known known, Parents parents) {
        this.reading = new FileReading(known);
        this.parents = parents;
    }

    /** The variants that can be inherited from. */
    public interface Parents {

        /** The filled tree of a published version. */
        Optional<Map<String, Object>> published(String variant, int version);

        /** The variants that a published version stands on, its own key with them. */
        Set<String> line(String variant, int version);
    }

    /**
     * @param file the file as it was read
     * @param whole the filled whole; without its parent where that is not there
     * @param complaints all that is wrong, in the order of the lines
     */
    public record Checked(VariantFile file, Map<String, Object> whole, List<Complaint> complaints) {

        /** Whether it can be kept as a draft: nothing is wrong, though something may be missing. */
        public boolean isWhole() {
            return complaints.stream().allMatch(Complaint::missing);
        }

        public boolean isPublishable() {
            return complaints.isEmpty();
        }
    }

    public Checked check(byte[] content) {
        VariantFile file = reading.read(content);
        List<Complaint> complaints = new ArrayList<>(file.complaints());
        if (file.tree().isEmpty()) {
            return new Checked(file, Map.of(), complaints);
        }
        Optional<Map<String, Object>> parent = file.parent().flatMap(from -> parent(file, from, complaints));
        List<Complaint> ofWhole = new ArrayList<>();
        Map<String, Object> whole = Inheritance.whole(parent.orElse(Map.of()), file.tree(), ofWhole::add);
        if (file.parent().isEmpty() || parent.isPresent()) {
            ofWhole.addAll(VariantRules.broken(whole));
        }
        Set<String> told = complaints.stream().map(Complaint::path).collect(Collectors.toSet());
        ofWhole.stream()
                .filter(each -> !told.contains(each.path()))
                .map(file::placed)
                .forEach(complaints::add);
        complaints.sort(Comparator.comparingInt(Complaint::line));
        return new Checked(file, whole, List.copyOf(complaints));
    }

    private Optional<Map<String, Object>> parent(VariantFile file, Parent from, List<Complaint> complaints) {
        boolean goesRound = from.variant().equals(file.key())
                || parents.line(from.variant(), from.version()).contains(file.key());
        Optional<Map<String, Object>> found =
                goesRound ? Optional.empty() : parents.published(from.variant(), from.version());
        if (found.isEmpty()) {
            complaints.add(file.placed(Complaint.wrong(
                    Inheritance.INHERITS, goesRound ? "goes-round" : "no-parent", from.variant(), from.version())));
        }
        return found;
    }
}
