package se.samverkan.records.signature;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.ListableBeanFactory;

/** Lets a test of another room sign as the actor, past the page. */
public final class SigningOnBehalf {

    private final OwnSigning own;
    private final Signing signing;
    private final PaperSigning papers;
    private final SignatureKeeping keeping;
    private final SigningSweep sweep;

    public SigningOnBehalf(ListableBeanFactory application) {
        this.own = application.getBean(OwnSigning.class);
        this.signing = application.getBean(Signing.class);
        this.papers = application.getBean(PaperSigning.class);
        this.sweep = application.getBean(SigningSweep.class);
        this.keeping = application.getBean(SignatureKeeping.class);
    }

    /** Registers that somebody signed on paper. */
    public void paper(long request, int position, LocalDate day) {
        papers.register(
                request,
                position,
                signing.of(request).document().checksum(),
                day,
                "%PDF-1.7 skannat".getBytes(StandardCharsets.UTF_8));
    }

    /** Asks the service and dies before its answer is kept. */
    public void signAndDie(long request) {
        keeping.begin(request, signing.of(request).document().checksum(), UUID.randomUUID());
    }

    /** What the job does that picks up signatures that were made and not kept. */
    public void sweep() {
        sweep.collect(Duration.ZERO);
    }

    /** Signs what was read, whatever stands there now. */
    public String sign(long request, String read) {
        return own.sign(request, read, UUID.randomUUID());
    }

    public String sign(long request) {
        return own.sign(request, signing.of(request).document().checksum(), UUID.randomUUID());
    }
}
