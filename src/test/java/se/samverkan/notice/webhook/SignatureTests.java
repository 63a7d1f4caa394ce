package se.samverkan.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTests {

    /** The example of the specification, as its libraries test themselves by it. */
    @Test
    void signsAsStandardWebhooksDoes() {
        byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = Signature.of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void makesASecretOfItsOwnEachTime() {
        assertThat(Signature.newSecret()).hasSize(32).isNotEqualTo(Signature.newSecret());
        assertThat(Signature.shown(new byte[32])).startsWith("whsec_");
    }
}
