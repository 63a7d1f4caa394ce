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
        return variant(partnership.variant(), partnership.variantVersion());
    }

    private Variant variant(String variant, int version) {
        return known.computeIfAbsent(
                new Key(variant, version),
                key -> variants.read(key.variant(), key.version()).orElseThrow(Refusal::notSeen));
    }

    /** The terms from the first to the last. */
    public List<Period> of(PartnershipView partnership) {
        return of(partnership.variant(), partnership.variantVersion(), partnership.firstTerm());
    }

    /** The same of a partnership of which no more is known than this. */
    public List<Period> of(String variant, int version, Period first) {
        int length = Math.max(1, variant(variant, version).length());
        return IntStream.range(0, length).mapToObj(first::plusTerms).toList();
    }
}
