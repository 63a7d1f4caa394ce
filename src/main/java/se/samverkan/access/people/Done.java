package se.samverkan.access.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has just been done, told on the page that follows; the address carries it, so it survives a reload. */
final class Done {

    private static final Set<String> DEEDS = Set.of(
            "added",
            "changed",
            "left",
            "stayed",
            "pseudonymised",
            "removed",
            "restored",
            "given",
            "ended",
            "taken",
            "returned");

    private Done() {}

    /** The key of what to tell, empty when there is nothing to tell. */
    static String of(@Nullable String done) {
        return done != null && DEEDS.contains(done) ? "people.done." + done : "";
    }
}
