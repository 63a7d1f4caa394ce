package se.samverkan.shared.page;

import static java.util.ResourceBundle.Control.FORMAT_PROPERTIES;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** The message files of every room: Swedish, and English where a sentence has an English file. */
public final class MessageFiles {

    static final List<String> FILES = List.of(
            "messages/shared",
            "messages/organisation",
            "messages/access",
            "messages/records",
            "messages/notice",
            "messages/records-archive",
            "messages/records-signature",
            "messages/records-retention",
            "messages/statistics",
            "messages/survey",
            "messages/figures",
            "messages/statistics-sync",
            "messages/statistics-demonstration",
            "messages/statistics-estimate",
            "messages/programme",
            "messages/selection",
            "messages/partnership",
            "messages/partnership-offer",
            "messages/partnership-case",
            "messages/partnership-staffing",
            "messages/partnership-handover",
            "messages/partnership-closing",
            "messages/partnership-form",
            "messages/partnership-wheel",
            "messages/discussion",
            "messages/agreement",
            "messages/analysis",
            "messages/actionplan",
            "messages/meeting",
            "messages/evaluation",
            "messages/intervention",
            "messages/reporting",
            "messages/reporting-aggregate",
            "messages/reporting-release",
            "messages/reporting-edition",
            "messages/publication",
            "messages/followup",
            "messages/web",
            "messages/cli");

    // Reading them takes longer than drawing what they are asked for.
    private static final MessageSource OUTSIDE = open();

    private MessageFiles() {}

    /** The words of a language for what runs before, or without, the application: the command line. */
    public static Words words(Locale locale) {
        return new Words(OUTSIDE, locale);
    }

    /**
     * Which edition of some words this is: a short digest of their sentences as they stand in the files, which changes with
     * any of them.
     */
    public static String edition(Locale locale, List<String> keys) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String key : keys) {
                digest.update((key + "=" + pattern(locale, key) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pattern(Locale locale, String key) {
        for (String file : FILES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    file, locale, ResourceBundle.Control.getNoFallbackControl(FORMAT_PROPERTIES));
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        return "";
    }

    /** All of them as one: a sentence is found at once, in whichever file it stands. */
    static MessageSource open() {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasenames(FILES.stream().map(file -> "classpath:" + file).toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
