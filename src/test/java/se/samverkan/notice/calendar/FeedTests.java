package se.samverkan.notice.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.notice.CalendarSource.Dated;
import se.samverkan.notice.CalendarSource.Span;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** One's own calendar at a secret address. */
@SamverkanTest
class FeedTests {

    @Autowired
    private Feeds feeds;

    @Autowired
    private ActingAs acting;

    @Autowired
    private TestDatabase testDatabase;

    private Cast cast;
    private long kim;

    @BeforeEach
    void somebody() {
        cast = new Cast(testDatabase);
        kim = cast.player("Kim", Role.COORDINATOR, cast.organisation("Provlunda"));
    }

    @Test
    void isOpenedByItsAddressUntilThatIsChangedOrEnded() {
        String first = acting.person(kim, feeds::make);
        assertThat(feeds.person(first)).contains(kim);

        String second = acting.person(kim, feeds::make);
        assertThat(feeds.person(first)).isEmpty();
        assertThat(feeds.person(second)).contains(kim);

        acting.person(kim, () -> {
            feeds.end();
            return true;
        });
        assertThat(feeds.person(second)).isEmpty();
        assertThat(feeds.person("gissat")).isEmpty();
    }

    @Test
    void isClosedWhenItsPersonHasLeft() {
        String secret = acting.person(kim, feeds::make);
        cast.behind()
                .sql("update access.person set left_on = current_date - 2 where id = ?")
                .param(kim)
                .update();

        assertThat(feeds.person(secret)).isEmpty();
    }

    @Test
    void keepsNoAddressThatCouldBeRead() {
        String secret = acting.person(kim, feeds::make);

        assertThat(cast.behind()
                        .sql("select encode(digest, 'escape') from notice.feed where person = ?")
                        .param(kim)
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void writesDaysAsDaysAndTimesAsTimes() {
        Instant from = Instant.parse("2027-03-12T12:00:00Z");
        List<Dated> things = List.of(
                new Dated("a-1", "todo.calendar", List.of(), LocalDate.of(2027, 3, 12), Optional.empty(), "/todo"),
                new Dated(
                        "a-2",
                        "todo.calendar",
                        List.of(),
                        LocalDate.of(2027, 3, 12),
                        Optional.of(new Span(from, from.plusSeconds(3600))),
                        "/todo"));

        String file = CalendarFile.of(things, MessageFiles.words(Locale.of("sv", "SE")), "https://prov.example");

        assertThat(file)
                .contains("DTSTART;VALUE=DATE:20270312")
                .contains("DTEND;VALUE=DATE:20270313")
                .contains("DTSTART:20270312T120000Z")
                .contains("SUMMARY:Sista dag i Samverkan")
                .contains("CLASS:PRIVATE")
                .contains("UID:a-1@samverkan");
        ICalendar read = Biweekly.parse(file).first();
        assertThat(read.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(read.getEvents())
                .extracting(VEvent::getUrl)
                .extracting("value")
                .containsOnly("https://prov.example/todo");
    }
}
