package se.samverkan.shared.page;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import se.samverkan.shared.Bilingual;
import se.samverkan.shared.Money;
import se.samverkan.shared.Period;
import se.samverkan.shared.Worded;

/**
 * The words of one language: sentences from the message files, and numbers and dates as they are written in it.
 *
 * <p>Swedish numbers have a decimal comma and a thin space between thousands; dates are <i>12 mars 2027</i>.
 */
public final class Words {

    public static final Locale SWEDISH = Locale.of("sv", "SE");
    public static final Locale ENGLISH = Locale.of("en", "GB");

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final MessageSource messages;
    private final Locale locale;

    public Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The sentence of a key, with its details put in; days, terms and amounts as people write them, several after one another. */
    public String text(String key, Object... details) {
        return messages.getMessage(key, Arrays.stream(details).map(this::told).toArray(), locale);
    }

    private Object told(Object detail) {
        return switch (detail) {
            case LocalDate day -> day(day);
            case Money amount -> money(amount);
            case Period period -> inFull(period);
            case Worded worded -> text(worded.key());
            case Bilingual words -> words.in(locale);
            case List<?> several ->
                several.stream().map(each -> told(each).toString()).collect(Collectors.joining(", "));
            default -> detail;
        };
    }

    /** The same with a capital letter first, where it begins a heading or a label. */
    public String capital(String key, Object... details) {
        String text = text(key, details);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** Whether the message files have this key. */
    public boolean has(String key) {
        return messages.getMessage(key, null, null, locale) != null;
    }

    /** A number with at most so many decimals, as it is written in this language. */
    public String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        // The minus of the figures is a true minus; spaces between thousands are thin and do not break.
        return format.format(value).replace('\u00a0', '\u202f').replace('-', '\u2212');
    }

    /** An amount of money, with its öre: <i>1 250 000,50 kr</i>. */
    public String money(Money amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        String number =
                format.format(amount.inKronor()).replace('\u00a0', '\u202f').replace('-', '\u2212');
        return text("shared.money", number);
    }

    /** A term: <i>VT 2027</i>. */
    public String term(Period term) {
        return text("shared.term." + term.kind(), Integer.toString(term.year()));
    }

    /** A period as it stands in a sentence, a term in full: <i>vårterminen 2027</i>. */
    public String inFull(Period period) {
        String key = "shared.term.full." + period.kind();
        return has(key) ? text(key, Integer.toString(period.year())) : period.toString();
    }

    public String count(long value) {
        return number(value, 0);
    }

    /** A day: <i>12 mars 2027</i>. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }

    /** The day of a moment, as it was in Sweden. */
    public String dayOf(Instant moment) {
        return day(moment.atZone(SWEDEN).toLocalDate());
    }

    /** A moment for machines, to the second: HTML takes no finer fraction than a thousandth. */
    public static String machine(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A moment as it was in Sweden: <i>12 mars 2027 kl. 14.05</i>. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofPattern(text("shared.moment-pattern"), locale)
                .format(moment.atZone(SWEDEN));
    }
}
