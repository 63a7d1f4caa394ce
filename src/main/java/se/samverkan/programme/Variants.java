package se.samverkan.programme;

import java.util.List;
import java.util.Optional;

/** The door to the programme variants. What they are is no secret; which cases run under them is. */
public interface Variants {

    /** All of them, the national one first. */
    List<VariantView> all();

    Optional<VariantView> find(String key);
}
