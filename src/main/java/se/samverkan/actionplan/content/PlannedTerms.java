package se.samverkan.actionplan.content;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** The terms that a partnership lasts, as its programme plans it: what a plan says lies in them. */
@Component
public class PlannedTerms {

    /** The kind of document, among those that a variant asks for, that a plan becomes. */
    static final String DOCUMENT = "ACTION_PLAN";

    private record Key(String variant, int version) {}

    private final Variants variants;
    private final Map<Key, Variant> known = new ConcurrentHashMap<>();

    PlannedTerms(Variants variants) {
        this.variants = variants;
    }

    /** The variant in the version that a partnership keeps; a published one never changes, so it is read once. */
    public Variant variant(PartnershipView partnership) {
        return known.computeIfAbsent(
                new Key(partnership.variant(), partnership.variantVersion()),
                key -> variants.read(key.variant(), key.version()).orElseThrow(Refusal::notSeen));
    }

    /** The terms from the first to the last. */
    public List<Period> of(PartnershipView partnership) {
        int length = Math.max(1, variant(partnership).length());
        return IntStream.range(0, length)
                .mapToObj(partnership.firstTerm()::plusTerms)
                .toList();
    }
}
