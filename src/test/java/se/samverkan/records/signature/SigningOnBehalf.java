package se.samverkan.records.signature;

import java.util.UUID;
import org.springframework.beans.factory.ListableBeanFactory;

/** Lets a test of another room sign as the actor, past the page. */
public final class SigningOnBehalf {

    private final OwnSigning own;
    private final Signing signing;

    public SigningOnBehalf(ListableBeanFactory application) {
        this.own = application.getBean(OwnSigning.class);
        this.signing = application.getBean(Signing.class);
    }

    public String sign(long request) {
        return own.sign(request, signing.of(request).document().checksum(), UUID.randomUUID());
    }
}
