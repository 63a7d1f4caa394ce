package se.samverkan.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Progress;

/** Whether the invented country is still being made, and how far it has come. A real database is never asked. */
@Component
class DemonstrationProgress {

    static final String WORK = "demonstration";

    private final Progress progress;
    private final Installation installation;
    private volatile boolean finished;

    DemonstrationProgress(Progress progress, Installation installation) {
        this.progress = progress;
        this.installation = installation;
    }

    /** How far it has come, or nothing when it is done. */
    Optional<Progress.State> unfinished() {
        if (finished || !installation.isDemonstration()) {
            return Optional.empty();
        }
        Optional<Progress.State> newest = progress.newest().stream()
                .filter(state -> state.work().equals(WORK))
                .findFirst();
        finished =
                newest.flatMap(Progress.State::outcome).filter("DONE"::equals).isPresent();
        return finished ? Optional.empty() : newest;
    }
}
