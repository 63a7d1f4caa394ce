package se.samverkan.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.notice.Appointment;
import se.samverkan.notice.OutsideLetter;
import se.samverkan.notice.OutsideLetters;
import se.samverkan.shared.page.Words;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Letters to people without an account are sent once, tried again, and forgotten. */
@SamverkanTest
class OutsideSendingTests {

    @Autowired
    StoredOutsideLetters letters;

    @Autowired
    ActingAs acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MessageSource messages;

    @Autowired
    TestDatabase database;

    private final List<Letter> sent = new ArrayList<>();
    private Post.Outcome outcome = Post.Outcome.SENT;
    private Cast cast;

    @BeforeEach
    void nothingWaits() {
        cast = new Cast(database);
        cast.behind().sql("delete from notice.outside_letter").update();
    }

    private UUID written() {
        long teller = cast.player("Den som bjuder", Role.COORDINATOR, cast.organisation("Provlunda"));
        Instant starts = Instant.now().plus(Duration.ofDays(3));
        OutsideLetter letter = new OutsideLetter(
                "polly@polisen.example",
                "Polly",
                "Träff",
                "Välkommen",
                new Appointment("m-1", 0, false, "meeting.calendar.title", starts, starts.plusSeconds(3600), "", ""));
        OutsideLetters door = letters;
        return acting.person(
                teller, () -> transaction.execute(status -> door.write(letter, new Words(messages, Words.SWEDISH))));
    }

    private void sends() {
        Post post = new Post() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public boolean keepsWords() {
                return false;
            }

            @Override
            public Outcome send(Letter letter) {
                sent.add(letter);
                return outcome;
            }
        };
        new OutsideSending(letters, post, Clock.systemUTC()).send();
    }

    private long there() {
        return cast.behind()
                .sql("select count(*) from notice.outside_letter where address is not null")
                .query(Long.class)
                .single();
    }

    @Test
    void isSentOnceAndForgotten() {
        written();
        sends();
        sends();

        assertThat(sent).singleElement().satisfies(letter -> {
            assertThat(letter.address()).isEqualTo("polly@polisen.example");
            assertThat(letter.text()).contains("Hej Polly!", "Välkommen");
            assertThat(letter.calendar().orElseThrow().method()).isEqualTo("REQUEST");
        });
        assertThat(there()).isZero();
    }

    @Test
    void isTriedAgainLaterWhenTheServerIsGone() {
        UUID letter = written();
        outcome = Post.Outcome.SERVER_GONE;
        sends();
        sends();

        assertThat(sent).hasSize(1);
        assertThat(there()).isOne();
        assertThat(letters.notSent(Set.of(letter))).isEmpty();
    }

    @Test
    void tellsThatNobodyHasTheAddressAndForgetsIt() {
        UUID letter = written();
        outcome = Post.Outcome.NO_SUCH_ADDRESS;
        sends();

        assertThat(letters.notSent(Set.of(letter))).containsExactly(letter);
        assertThat(there()).isZero();
    }
}
