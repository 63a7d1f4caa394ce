package se.samverkan.partnership;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Text;
import se.samverkan.programme.variant.Variant;

/** A programme's own words for things, kept once read: a published version never changes. */
@Component
class OwnTerms {

    private record Key(String variant, int version) {}

    private final Variants variants;
    private final Map<Key, Map<String, Text>> known = new ConcurrentHashMap<>();

    OwnTerms(Variants variants) {
        this.variants = variants;
    }

    Map<String, Text> of(String variant, int version) {
        Key key = new Key(variant, version);
        Map<String, Text> found = known.get(key);
        if (found == null) {
            var read = variants.read(variant, version).map(Variant::terms);
            read.ifPresent(terms -> known.put(key, terms));
            return read.orElse(Map.of());
        }
        return found;
    }
}
