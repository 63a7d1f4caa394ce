package se.samverkan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.testing.SamverkanTest;

/** Whatever a room tells, it has words for. */
@SamverkanTest
class NoticeTextTests {

    @Autowired
    private List<NoticeText> texts;

    @TestFactory
    Stream<DynamicTest> hasWordsForEveryKindInBothLanguages() {
        return texts.stream()
                .flatMap(text -> text.kinds().stream())
                .sorted()
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    for (String part : List.of("name", "subject", "text")) {
                        String key = "mail." + kind + "." + part;
                        String swedish = said("sv", key);
                        String english = said("en", key);
                        assertThat(swedish).as(key).isNotBlank().isNotEqualTo(english);
                        assertThat(english).as(key).isNotBlank();
                    }
                }));
    }

    /** With its own key for an argument, which no sentence is lost by. */
    private static String said(String language, String key) {
        return MessageFiles.words(Locale.of(language)).text(key, "a", "b", "c", "d");
    }
}
