package se.samverkan.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to people: every sentence once, in both languages, with the same things put into it. */
class MessageFilesTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    /** What is written into Swedish papers, and what the people of the demonstration are called. */
    private static final List<String> SWEDISH_ONLY =
            List.of("agreement.clause.", "agreement.phase.", "agreement.units.none", "partnership.invented.");

    @Test
    void noKeyStandsInTwoFiles() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (String file : files().toList()) {
            read(file, "")
                    .stringPropertyNames()
                    .forEach(key -> places.merge(
                            key,
                            List.of(file),
                            (one, other) ->
                                    Stream.concat(one.stream(), other.stream()).toList()));
        }

        places.values().removeIf(each -> each.size() == 1);
        assertThat(places).isEmpty();
    }

    @Test
    void everyFileIsRead() throws IOException {
        assertThat(files().map(file -> "messages/" + file)).containsExactlyInAnyOrderElementsOf(MessageFiles.FILES);
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothLanguagesSayTheSameThings(String file) throws IOException {
        Map<String, Integer> swedish = details(read(file, ""));
        Map<String, Integer> english = details(read(file, "_en"));

        swedish.keySet().removeIf(key -> SWEDISH_ONLY.stream().anyMatch(key::startsWith));
        english.keySet().removeIf(key -> SWEDISH_ONLY.stream().anyMatch(key::startsWith));
        assertThat(english).isEqualTo(swedish);
    }

    /** The length that each sentence's details have, by its key; a sentence that cannot be read fails here. */
    private static Map<String, Integer> details(Properties sentences) {
        Map<String, Integer> details = new HashMap<>();
        sentences
                .stringPropertyNames()
                .forEach(key -> details.put(
                        key, new MessageFormat(sentences.getProperty(key)).getFormatsByArgumentIndex().length));
        return details;
    }

    private static Properties read(String file, String language) throws IOException {
        Properties sentences = new Properties();
        try (Reader text =
                Files.newBufferedReader(FOLDER.resolve(file + language + ".properties"), StandardCharsets.UTF_8)) {
            sentences.load(text);
        }
        return sentences;
    }

    private static Stream<String> files() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found
                    .map(each -> each.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.length() - ".properties".length()))
                    .toList()
                    .stream();
        }
    }
}
