package se.samverkan.access.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A secret that all copies of the application share through the database, and what is sealed with it. Made by the first
 * copy that starts.
 */
@Component
public class SharedSecret {

    private static final String NAME = "sign-in";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    SharedSecret(JdbcClient database) {
        database.sql("insert into shared.secret (name, value) values (?, ?) on conflict do nothing")
                .params(NAME, Tokens.randomBytes(BYTES))
                .update();
        byte[] secret = database.sql("select value from shared.secret where name = ?")
                .param(NAME)
                .query((row, n) -> row.getBytes("value"))
                .single();
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * The keyed digest (HMAC-SHA-256) of a text.
     *
     * @param purpose what it is for; digests of different purposes say nothing about each other
     */
    public byte[] seal(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
