package se.samverkan.programme.keeping;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.file.VariantFile.Parent;
import se.samverkan.programme.variant.Variant;

/**
 * One version of a variant, published or still a draft.
 *
 * @param variant the variant's key
 * @param version its number
 * @param parent what it inherits from
 * @param content what it says itself
 * @param whole what came of it, filled
 * @param revision how many times the draft has been saved
 * @param shipped whether it came with the program
 * @param changedBy who changed it last
 * @param changedAt when
 * @param publication the decision that it may be used
 */
public record KeptVersion(
        String variant,
        int version,
        Optional<Parent> parent,
        Map<String, Object> content,
        Map<String, Object> whole,
        int revision,
        boolean shipped,
        long changedBy,
        Instant changedAt,
        Optional<Publication> publication) {

    /** That partnerships may begin with it. */
    public record Publication(String reason, long by, Instant at) {}

    public boolean isDraft() {
        return publication.isEmpty();
    }

    /** It as values; of a draft, with nothing where nobody has written. */
    public Variant asVariant() {
        return Tree.variant(whole);
    }
}
