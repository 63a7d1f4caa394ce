package se.samverkan.followup.sign;

import java.util.Arrays;
import java.util.Optional;

/** How far a visible sign has come: not yet, sometimes, often, established. */
public enum SignState {
    NOT_YET,
    SOMETIMES,
    OFTEN,
    ESTABLISHED;

    public static Optional<SignState> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether it has come further than another. */
    public boolean isBeyond(SignState other) {
        return compareTo(other) > 0;
    }
}
