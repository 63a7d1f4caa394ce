package se.samverkan.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.page.Words;

/**
 * Which language the terminal is spoken to in: what {@code --language} says, else {@code SAMVERKAN_LANGUAGE}, else
 * English where the terminal's own language is English, else Swedish.
 */
final class Language {

    private static final String OPTION = "--language";

    private Language() {}

    static Locale of(String[] arguments) {
        return Stream.of(
                        option(List.of(arguments)),
                        System.getenv("SAMVERKAN_LANGUAGE"),
                        System.getenv("LC_ALL"),
                        System.getenv("LC_MESSAGES"),
                        System.getenv("LANG"))
                .filter(Objects::nonNull)
                .filter(said -> !said.isBlank())
                .findFirst()
                .filter(said -> said.startsWith("en"))
                .map(english -> Words.ENGLISH)
                .orElse(Words.SWEDISH);
    }

    private static @Nullable String option(List<String> arguments) {
        int at = arguments.indexOf(OPTION);
        if (at >= 0 && at + 1 < arguments.size()) {
            return arguments.get(at + 1);
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith(OPTION + "="))
                .map(argument -> argument.substring(OPTION.length() + 1))
                .findFirst()
                .orElse(null);
    }

    /** The texts of {@code --help}. */
    static ResourceBundle usage(Locale locale) {
        return ResourceBundle.getBundle(
                "messages/cli", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
