package se.samverkan.intervention.matching;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.organisation.search.TextIndex;
import se.samverkan.shared.page.Words;

/** What a text seems to be about, by words that tell of a theme. A first guess: whoever asks takes away and adds. */
@Component
class ThemeWords {

    private static final int SHORTEST_BEGINNING = 5;

    private final Map<Theme, List<String>> telling;

    ThemeWords(MessageSource messages) {
        this.telling = Arrays.stream(Theme.values())
                .collect(Collectors.toMap(
                        theme -> theme,
                        theme -> Stream.of(Words.SWEDISH, Words.ENGLISH)
                                .flatMap(language -> told(messages, theme, language))
                                .distinct()
                                .toList()));
    }

    private static Stream<String> told(MessageSource messages, Theme theme, Locale language) {
        return TextIndex.stems(new Words(messages, language).text("match.words." + theme)).stream();
    }

    /** The themes that a text tells of; a word that is not short tells also as the beginning of a longer one. */
    Set<Theme> in(String text) {
        List<String> stems = TextIndex.stems(text);
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        telling.forEach((theme, words) -> {
            if (words.stream().anyMatch(word -> stems.stream().anyMatch(stem -> tells(word, stem)))) {
                themes.add(theme);
            }
        });
        return themes;
    }

    private static boolean tells(String word, String stem) {
        return stem.equals(word) || word.length() >= SHORTEST_BEGINNING && stem.startsWith(word);
    }
}
