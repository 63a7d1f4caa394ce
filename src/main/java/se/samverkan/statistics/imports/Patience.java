package se.samverkan.statistics.imports;

import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samverkan.statistics.Imports;

/**
 * Waits a moment for the job, before a page is shown: most files are read in less, and then the person comes right to what
 * came of them. Whatever takes longer is followed on the page.
 */
@Component
class Patience {

    private static final Duration MOST = Duration.ofMillis(1500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Imports imports;

    Patience(Imports imports) {
        this.imports = imports;
    }

    void waitFor(UUID receipt) {
        long until = System.nanoTime() + MOST.toNanos();
        try {
            while (imports.receipt(receipt).isReceived() && System.nanoTime() < until) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
