package se.samverkan.records.signature;

import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.records.signature.StoredSeals.Unsealed;
import se.samverkan.shared.Refusal;

/** Seals what everybody has signed, and keeps the sealed document with the report of its validation. */
@Component
class Sealing {

    private final StoredSignings signings;
    private final StoredSeals seals;
    private final Seal seal;
    private final SigningTrail trail;
    private final Clock clock;

    Sealing(StoredSignings signings, StoredSeals seals, Seal seal, SigningTrail trail, Clock clock) {
        this.signings = signings;
        this.seals = seals;
        this.seal = seal;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void seal(Unsealed document) {
        byte[] content =
                signings.content(document.request(), document.version()).orElseThrow(Refusal::notSeen);
        byte[] sealed = seal.put(content, Date.from(clock.instant()));
        if (seals.keep(document, sealed, seal.report(sealed))) {
            SigningView signing = signings.find(document.request()).orElseThrow(Refusal::notSeen);
            trail.record(
                    "sealed",
                    signing,
                    signing.owner(),
                    happening -> happening.changing("version", null, document.version()));
        }
    }
}
