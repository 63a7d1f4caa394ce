package se.samverkan.followup.checkpoint;

import java.util.Arrays;
import java.util.Optional;

/** Where an intervention stands: it goes on as planned, is done, delayed, changed or stopped. */
public enum InterventionState {
    GOES_ON,
    DONE,
    DELAYED,
    CHANGED,
    STOPPED;

    public static Optional<InterventionState> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether it is not as it was planned, so that somebody asks why. */
    public boolean deviates() {
        return this == DELAYED || this == CHANGED || this == STOPPED;
    }
}
