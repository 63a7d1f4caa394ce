package se.samverkan.shared.page;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The message files of every room: Swedish, and English where a sentence has an English file. */
public final class MessageFiles {

    private MessageFiles() {}

    /** The words of a language for what runs before, or without, the application: the command line. */
    public static Words words(Locale locale) {
        return new Words(open(), locale);
    }

    static MessageSource open() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/shared",
                "messages/organisation",
                "messages/access",
                "messages/records",
                "messages/notice",
                "messages/statistics",
                "messages/figures",
                "messages/statistics-sync",
                "messages/statistics-demonstration",
                "messages/statistics-estimate",
                "messages/selection",
                "messages/partnership",
                "messages/discussion",
                "messages/agreement",
                "messages/web",
                "messages/cli");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
