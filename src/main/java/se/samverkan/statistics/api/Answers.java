package se.samverkan.statistics.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.samverkan.statistics.DataVersion;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers as JSON with an entity tag of their content, and keeps what was written for some seconds: a list of all
 * units is asked for again and again.
 */
@Component
class Answers {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final long KEPT_BYTES = 24L * 1024 * 1024;

    private final JsonMapper json;
    private final DataVersion version;
    private final Cache<Key, Written> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Key key, Written written) -> written.body.length)
            .expireAfterWrite(KEPT)
            .build();

    Answers(JsonMapper json, DataVersion version) {
        this.json = json;
        this.version = version;
    }

    private record Key(DataVersion.State state, String question) {}

    private record Written(byte[] body, String tag) {}

    /**
     * An answer; Spring says 304 by itself to one who has it already.
     *
     * @param question what is asked, with everything that makes the answer another
     */
    ResponseEntity<byte[]> of(String question, Supplier<?> answer) {
        Written written = written(answer, question);
        return ok(written).body(written.body);
    }

    /** An answer with a header of links to other pages. */
    ResponseEntity<byte[]> of(String question, Supplier<?> answer, Supplier<String> links) {
        Written written = written(answer, question);
        return ok(written).header("Link", links.get()).body(written.body);
    }

    private static ResponseEntity.BodyBuilder ok(Written written) {
        return ResponseEntity.ok()
                .eTag(written.tag)
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic())
                .contentType(MediaType.APPLICATION_JSON);
    }

    private Written written(Supplier<?> answer, String question) {
        return kept.get(new Key(version.current(), question), key -> {
            byte[] body = json.writeValueAsBytes(answer.get());
            return new Written(body, tag(body));
        });
    }

    private static String tag(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
