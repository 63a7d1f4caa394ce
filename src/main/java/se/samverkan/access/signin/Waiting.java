package se.samverkan.access.signin;

import java.time.Duration;
import se.samverkan.shared.page.FormErrors;

/** How long to wait before trying again, in whole minutes upwards: nobody counts seconds. */
final class Waiting {

    private Waiting() {}

    static FormErrors sentence(Duration wait) {
        long minutes = wait.plusSeconds(59).toMinutes();
        return FormErrors.none().with("", "sign-in.wait", minutes);
    }
}
