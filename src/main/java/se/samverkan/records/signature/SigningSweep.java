package se.samverkan.records.signature;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.samverkan.access.ActingAs;
import se.samverkan.records.signature.SigningAttempts.Open;
import se.samverkan.records.signature.StoredSeals.Unsealed;

/**
 * Picks up what was left half done, at the start and every half minute: signatures that the service made and nobody
 * recorded, and signed documents without their seal. Each stands for itself: one that fails waits for the next time.
 */
@Component
class SigningSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SigningSweep.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SigningAttempts attempts;
    private final StoredSeals seals;
    private final OwnSigning signing;
    private final Sealing sealing;
    private final Seal seal;
    private final ActingAs acting;

    SigningSweep(
            SigningAttempts attempts,
            StoredSeals seals,
            OwnSigning signing,
            Sealing sealing,
            Seal seal,
            ActingAs acting) {
        this.attempts = attempts;
        this.seals = seals;
        this.signing = signing;
        this.sealing = sealing;
        this.seal = seal;
        this.acting = acting;
    }

    void run() {
        collect(PATIENCE);
        if (seal.isSet()) {
            seals.unsealed().forEach(each -> alone("seal", each.request(), () -> seal(each)));
        }
    }

    /** Collects the signatures that were asked for this long ago and never recorded, each as the one who signed. */
    void collect(Duration olderThan) {
        for (Open open : attempts.withoutOutcome(olderThan)) {
            alone(
                    "collect",
                    open.attempt(),
                    () -> acting.person(open.person(), () -> {
                        signing.collect(open.attempt());
                        return true;
                    }));
        }
    }

    private void seal(Unsealed document) {
        acting.system(() -> {
            sealing.seal(document);
            return true;
        });
    }

    private static void alone(String what, Object which, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.warn("could not {} {}; it is tried again", what, which, e);
        }
    }

    /** When it runs. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> sweepSignings(SigningSweep sweep) {
            return Tasks.recurring("records-signings", FixedDelay.of(EVERY))
                    .execute((instance, context) -> sweep.run());
        }
    }
}
