package se.samverkan.statistics.skolverket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samverkan.statistics.Figure;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the API publishes as a value: the token with the kind it says it is of. What it does not know is refused,
 * never guessed.
 *
 * <p>Kinds: the contract of Planned Educations v4 ({@code valueType}). Tokens: as Skolverket writes them, with a decimal
 * comma, a narrow space between thousands, {@code cirka} before what is rounded.
 */
final class Published {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+([,.]\\d+)?");
    private static final Pattern APPROXIMATE = Pattern.compile("cirka (\\S+)");
    private static final Pattern NEARLY = Pattern.compile("~(\\S+)");

    private Published() {}

    /** A value that cannot be taken in, with the reason as a key without {@code statistics.sync.rule.}. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String rule;

        Unreadable(String rule) {
            super(rule);
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    /**
     * The figure of {@code {"value": …, "valueType": …}}.
     *
     * @return nothing where the API has an empty place for it: no value and no token
     */
    static Optional<Figure> figure(JsonNode entry) throws Unreadable {
        String token = text(entry, "value");
        String kind = text(entry, "valueType");
        if (kind == null) {
            throw new Unreadable("kind-missing");
        }
        return switch (kind) {
            case "EXISTS" -> Optional.of(value(token));
            case "MISSING" -> token == null ? Optional.empty() : Optional.of(new Figure.Missing(token));
            case "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS" -> Optional.of(new Figure.Masked(token == null ? ".." : token));
            case "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE" -> Optional.of(nearly(token));
            case "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION" ->
                Optional.of(new Figure.NoRequirement(token == null ? "*" : token));
            default -> throw new Unreadable("kind-unknown");
        };
    }

    /** The figure of a bare token of the school survey: a number, a percentage, or {@code -} for too few answers. */
    static Figure surveyFigure(String token) throws Unreadable {
        return switch (token.trim()) {
            case "-", ".." -> new Figure.Masked(token);
            case "." -> new Figure.Missing(token);
            default -> new Figure.Exact(number(token.replace("%", "").trim()), token);
        };
    }

    private static Figure value(@Nullable String token) throws Unreadable {
        if (token == null) {
            throw new Unreadable("value-missing");
        }
        Matcher approximate = APPROXIMATE.matcher(thin(token));
        if (approximate.matches()) {
            return new Figure.Approximate(number(approximate.group(1)), token);
        }
        return new Figure.Exact(number(token), token);
    }

    private static Figure nearly(@Nullable String token) throws Unreadable {
        if (token == null) {
            return new Figure.Bounded(100, "~100");
        }
        Matcher nearly = NEARLY.matcher(thin(token));
        return new Figure.Bounded(number(nearly.matches() ? nearly.group(1) : token), token);
    }

    private static double number(String token) throws Unreadable {
        String plain = thin(token).replace('\u2212', '-');
        if (!NUMBER.matcher(plain).matches()) {
            throw new Unreadable("not-a-number");
        }
        return Double.parseDouble(plain.replace(',', '.'));
    }

    /** Without the spaces that stand between thousands. */
    private static String thin(String token) {
        return token.trim().replaceAll("(?<=\\d)[\\u00a0\\u2009\\u202f ](?=\\d)", "");
    }

    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
