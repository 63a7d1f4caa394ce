package se.samverkan.access.token;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Verb;

/**
 * A key to the API as those see it who keep keys; the secret itself is known to nobody any more.
 *
 * @param prefix how the secret begins, so that keys can be told apart
 * @param owner the name of the person whose rights it carries
 * @param scope what it may be used for, of what its owner may
 * @param endsOn the last day it works
 * @param usedOn the last day it was used, null when it never was
 * @param state WORKS, ENDED or REVOKED
 */
record TokenView(
        long id,
        String name,
        String prefix,
        String owner,
        List<Verb> scope,
        LocalDate endsOn,
        @Nullable LocalDate usedOn,
        String state) {

    boolean works() {
        return state.equals("WORKS");
    }
}
