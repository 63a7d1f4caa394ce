package se.samverkan.partnership.course;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;

/** Variants in their published versions, kept once read: a published version never changes. */
@Component
public class KnownVariants {

    private record Key(String variant, int version) {}

    private final Variants variants;
    private final Map<Key, Variant> known = new ConcurrentHashMap<>();

    KnownVariants(Variants variants) {
        this.variants = variants;
    }

    public Optional<Variant> read(String variant, int version) {
        Key key = new Key(variant, version);
        Optional<Variant> kept = Optional.ofNullable(known.get(key));
        if (kept.isPresent()) {
            return kept;
        }
        Optional<Variant> found = variants.read(variant, version);
        found.ifPresent(each -> known.put(key, each));
        return found;
    }
}
