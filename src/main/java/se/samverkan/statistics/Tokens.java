package se.samverkan.statistics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samverkan.statistics.Figure.Approximate;
import se.samverkan.statistics.Figure.Bounded;
import se.samverkan.statistics.Figure.Exact;
import se.samverkan.statistics.Figure.Masked;
import se.samverkan.statistics.Figure.Missing;
import se.samverkan.statistics.Figure.NoRequirement;

/**
 * Reads what stands in a source as what it means. The one place that knows Skolverket's and the School Inspectorate's
 * tokens; every figure keeps its token as it was published.
 *
 * <p>Source: the footers of Skolverket's exports and the {@code valueType} of Planned Educations v4. In files and in
 * the school survey an answer that is not a token and not a number is not guessed at.
 */
public final class Tokens {

    private static final String SPACES = "[\\s\\u00a0\\u2007\\u2009\\u202f]";
    private static final Pattern GROUPING = Pattern.compile("(?<=\\d)" + SPACES + "(?=\\d{3}(\\D|$))");
    private static final Pattern PLAIN = Pattern.compile("[-\\u2212]?\\d{1,15}([.,]\\d{1,15})?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[-\\u2212]?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[-\\u2212]?\\d{1,3}(,\\d{3})+\\.\\d+");
    private static final Pattern ABOUT = Pattern.compile("(?:cirka|ca)" + SPACES + "+(.+)", Pattern.CASE_INSENSITIVE);

    private Tokens() {}

    /** The figure of a cell in a file, or nothing when the text is neither a token nor a number. */
    public static Optional<Figure> ofFile(String text) {
        String token = strip(text);
        return switch (token) {
            case "", ".", "-" -> Optional.of(new Missing(token));
            case ".." -> Optional.of(new Masked(token));
            case "*" -> Optional.of(new NoRequirement(token));
            default -> ofNumber(token);
        };
    }

    /**
     * The figure of an answer of Planned Educations.
     *
     * @param value what stands in {@code value}; null where the answer has none
     * @param valueType what stands in {@code valueType}
     * @return nothing when the two do not go together or are not known
     */
    public static Optional<Figure> ofApi(@Nullable String value, String valueType) {
        String token = value == null ? "" : strip(value);
        return switch (valueType) {
            case "EXISTS" -> ofNumber(token);
            case "MISSING" -> Optional.of(new Missing(token));
            case "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS" -> Optional.of(new Masked(token));
            case "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE" -> bounded(token);
            case "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION" -> Optional.of(new NoRequirement(token));
            default -> Optional.empty();
        };
    }

    /** The figure of an answer to the school survey: a mean, a share with its percent sign, or {@code -} for too few. */
    public static Optional<Figure> ofSurvey(String text) {
        String token = strip(text);
        return switch (token) {
            case "-", ".." -> Optional.of(new Masked(token));
            case "", "." -> Optional.of(new Missing(token));
            default -> number(strip(token.replace("%", ""))).map(value -> new Exact(value, token));
        };
    }

    private static Optional<Figure> ofNumber(String token) {
        Matcher about = ABOUT.matcher(token);
        if (about.matches()) {
            return number(about.group(1)).map(value -> new Approximate(value, token));
        }
        return token.startsWith("~") ? bounded(token) : number(token).map(value -> new Exact(value, token));
    }

    private static Optional<Figure> bounded(String token) {
        return token.startsWith("~")
                ? number(token.substring(1)).map(bound -> new Bounded(bound, token))
                : Optional.empty();
    }

    /** A number with decimal comma or point, with any of the spaces that stand between thousands. */
    static Optional<Double> number(String text) {
        String compact = GROUPING.matcher(strip(text)).replaceAll("");
        if (GROUPED_BY_POINT.matcher(compact).matches()) {
            compact = compact.replace(".", "");
        } else if (GROUPED_BY_COMMA.matcher(compact).matches()) {
            compact = compact.replace(",", "");
        } else if (!PLAIN.matcher(compact).matches()) {
            return Optional.empty();
        }
        return Optional.of(Double.valueOf(compact.replace(',', '.').replace('\u2212', '-')));
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }
}
