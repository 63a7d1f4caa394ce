package se.samverkan.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the pages of the catalogue are about in the {@link InventedWorld}: the names in braces of their addresses, each found by
 * a question of {@code invented-places.sql} when it is needed. A question may name other places.
 */
final class InventedPlaces {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z-]+)}");

    private static final Pattern BLOCK = Pattern.compile("\\n\\n-- (?=[A-Za-z-]+\\n)");

    private final JdbcClient behind;
    private final Map<String, String> questions;

    InventedPlaces(JdbcClient behind) {
        this.behind = behind;
        this.questions = Arrays.stream(BLOCK.split(written()))
                .skip(1)
                .map(block -> block.split("\\n", 2))
                .collect(Collectors.toUnmodifiableMap(block -> block[0], block -> block[1]));
    }

    /** The address, or the question, with what its names stand for. */
    String fill(String path) {
        return NAME.matcher(path).replaceAll(match -> Matcher.quoteReplacement(place(match.group(1))));
    }

    private String place(String name) {
        String question = Objects.requireNonNull(questions.get(name), () -> "no place is called " + name);
        return behind.sql(fill(question))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new AssertionError("the invented country has no " + name));
    }

    private static String written() {
        try {
            return new ClassPathResource("invented-places.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
