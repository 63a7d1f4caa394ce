package se.samverkan.notice.todo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samverkan.shared.page.Assets;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.shared.page.Page;
import se.samverkan.shared.page.Words;

class DueWordsTests {

    private static final Page PAGE = new Page(
            MessageFiles.words(Words.SWEDISH),
            "/todo",
            "auto",
            null,
            List.of(),
            false,
            new Page.Csrf("", ""),
            new Assets());

    private final DueWords due = new DueWords(LocalDate.of(2027, 3, 12));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2027-03-01 | Skulle vara klart 1 mars 2027, 11 dagar sedan | true  | true
                    2027-03-11 | Skulle vara klart 11 mars 2027, en dag sedan  | true  | true
                    2027-03-12 | Senast i dag, 12 mars 2027                    | false | true
                    2027-03-13 | Senast i morgon, 13 mars 2027                 | false | true
                    2027-03-19 | Senast 19 mars 2027, om 7 dagar               | false | true
                    2027-03-20 | Senast 20 mars 2027                           | false | false
                    """)
    void saysALastDayAsPeopleDo(LocalDate day, String words, boolean late, boolean soon) {
        assertThat(due.say(PAGE, day)).isEqualTo(words);
        assertThat(due.isLate(day)).isEqualTo(late);
        assertThat(due.isSoon(day)).isEqualTo(soon);
    }
}
