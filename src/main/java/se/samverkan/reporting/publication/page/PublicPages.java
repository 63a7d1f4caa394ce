package se.samverkan.reporting.publication.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samverkan.access.NamelessPath;
import se.samverkan.reporting.publication.Matter;
import se.samverkan.reporting.publication.PublicChanges;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Page;
import se.samverkan.shared.page.PageDrawing;
import se.samverkan.shared.page.PageSource;

/**
 * Draws the pages of the public, and keeps them. Whoever asks, they are drawn for nobody: without a person named to the
 * database, so that nothing can stand in them that is not everybody's. A page is the same for all who read it in one language
 * and one choice of colours, so it is kept in memory until something that it tells of is released or withdrawn, at most a minute,
 * and browsers and servers on the way may keep it as long.
 */
@Component
class PublicPages {

    /** What all their addresses begin with. */
    static final String UNDER = "/public";

    /** What pages tell of that say who takes part. */
    static final Set<Matter> PARTICIPATION = Set.of(Matter.PARTICIPATIONS);

    /** What pages tell of that gather everything. */
    static final Set<Matter> EVERYTHING = Set.of(Matter.PARTICIPATIONS, Matter.NEWS, Matter.LESSONS, Matter.RESULTS);

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String GONE = "reporting/publication/page/gone";

    private final PageSource source;
    private final PageDrawing drawing;
    private final PublicChanges changes;
    private final OpenReading reading;
    private final Cache<Key, Drawn> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Drawn drawn) -> drawn.body().length)
            .build();

    PublicPages(PageSource source, PageDrawing drawing, PublicChanges changes, OpenReading reading) {
        this.source = source;
        this.drawing = drawing;
        this.changes = changes;
        this.reading = reading;
    }

    /** @param change the number of the last change in what the page tells of, asked before it is drawn */
    private record Key(long change, String path, String language, String mode) {}

    /** The tag is weak, since a server on the way may compress what it stands for. */
    private record Drawn(byte[] body, String tag) {

        static Drawn of(byte[] body) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
                return new Drawn(body, "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * A page.
     *
     * @param matters what it tells of
     * @param view its template
     * @param read what the template takes, read only when the page is not kept
     */
    ResponseEntity<byte[]> answer(
            HttpServletRequest request, Set<Matter> matters, String view, Function<Page, Map<String, ?>> read) {
        return answer(request, matters, HTML, page -> drawing.draw(view, read.apply(page), page));
    }

    /** The page of something that can be withdrawn: once it is, the page says so and no more. */
    ResponseEntity<byte[]> answerOrGone(
            HttpServletRequest request, String kind, long id, String view, Function<Page, Map<String, ?>> read) {
        try {
            return answer(request, Set.of(Matter.one(id)), view, read);
        } catch (Refusal refusal) {
            Optional<LocalDate> day =
                    refusal.kind() == Refusal.Kind.NOT_SEEN ? reading.withdrawnOn(id, kind) : Optional.empty();
            return gone(request, day.orElseThrow(() -> refusal));
        }
    }

    /** Anything else than a page, made of the same. */
    ResponseEntity<byte[]> answer(
            HttpServletRequest request, Set<Matter> matters, MediaType type, Function<Page, byte[]> make) {
        return asNobody(() -> {
            Page page = source.of(new WithoutQuery(request));
            Key key = new Key(changes.in(matters), page.path(), page.language(), page.mode());
            Drawn drawn = kept.get(key, any -> Drawn.of(make.apply(page)));
            return open(ResponseEntity.ok(), page)
                    .eTag(drawn.tag())
                    .contentType(type)
                    .body(drawn.body());
        });
    }

    private ResponseEntity<byte[]> gone(HttpServletRequest request, LocalDate day) {
        return asNobody(() -> {
            Page page = source.of(new WithoutQuery(request));
            return open(ResponseEntity.status(HttpStatus.GONE), page)
                    .contentType(HTML)
                    .body(drawing.draw(GONE, Map.of("day", day), page));
        });
    }

    private static ResponseEntity.BodyBuilder open(ResponseEntity.BodyBuilder answer, Page page) {
        return answer.cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .varyBy(HttpHeaders.COOKIE)
                .header(HttpHeaders.CONTENT_LANGUAGE, page.language());
    }

    private static <T> T asNobody(Supplier<T> deed) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** These pages take no parameters; what somebody writes after the address would else stand in what all others read. */
    private static final class WithoutQuery extends HttpServletRequestWrapper {

        WithoutQuery(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }
    }

    /** Says to the filters that nobody is asked here who they are. */
    @Configuration(proxyBeanMethods = false)
    static class NamelessPublic {

        @Bean
        NamelessPath publicIsNameless() {
            return new NamelessPath(UNDER);
        }
    }
}
