package se.samverkan.programme;

import java.util.List;
import java.util.Optional;
import se.samverkan.programme.variant.Variant;

/** The door to the programme variants. What they are is no secret; which cases run under them is. */
public interface Variants {

    /** All that something new can begin with, the national one first: those that have a published version. */
    List<VariantView> all();

    /** One of them. */
    Optional<VariantView> find(String key);

    /** The version that new partnerships begin with: the newest published one; empty while none is. */
    Optional<Integer> newest(String key);

    /** A published version, whole: what it inherits is in it. It never changes, so it may be kept. */
    Optional<Variant> read(String key, int version);
}
