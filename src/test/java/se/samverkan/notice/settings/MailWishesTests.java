package se.samverkan.notice.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.notice.settings.MailWishes.Wish;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

@SamverkanTest
class MailWishesTests {

    @Autowired
    private MailWishes wishes;

    @Autowired
    private ActingAs acting;

    @Autowired
    private TestDatabase testDatabase;

    private long kim;
    private long eli;

    @BeforeEach
    void people() {
        Cast cast = new Cast(testDatabase);
        long organisation = cast.organisation("Provlunda");
        kim = cast.player("Kim", Role.COORDINATOR, organisation);
        eli = cast.player("Eli", Role.COORDINATOR, organisation);
    }

    private Wish of(long person) {
        return acting.person(person, wishes::mine);
    }

    private void chooses(long person, int seen, boolean digest, int hour) {
        acting.person(person, () -> {
            wishes.choose(seen, digest, hour);
            return true;
        });
    }

    @Test
    void givesADigestAtSevenUntilSomebodyChooses() {
        assertThat(of(kim)).isEqualTo(new Wish(true, 7, 0));

        chooses(kim, 0, true, 16);

        assertThat(of(kim)).isEqualTo(new Wish(true, 16, 1));
        assertThat(of(eli)).as("one's own only").isEqualTo(new Wish(true, 7, 0));
    }

    @Test
    void refusesAChoiceMadeFromAnOldForm() {
        chooses(kim, 0, true, 16);
        chooses(kim, 1, false, 16);

        assertThatThrownBy(() -> chooses(kim, 1, true, 9)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> chooses(kim, 0, true, 9)).isInstanceOf(Refusal.class);
        assertThat(of(kim).digest()).isFalse();
    }
}
