package se.samverkan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.FirstAdministrator;
import se.samverkan.access.Invitations;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

@SamverkanTest
class OneTimeLinkTests {

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    Invitations invitations;

    @Autowired
    DemonstrationPeople demonstration;

    @Autowired
    OneTimeLinks links;

    @Test
    void letsTheConsoleInviteAnAdministrator() {
        String path = firstAdministrator.invite("anna.first@example.org");

        assertThat(links.person(token(path))).isPresent();
    }

    @Test
    void aLaterLinkEndsTheEarlierOneOfTheSamePerson() {
        String first = firstAdministrator.invite("twice@example.org");
        String second = firstAdministrator.invite("TWICE@example.org");

        assertThat(links.person(token(first))).isEmpty();
        assertThat(links.person(token(second))).isPresent();
    }

    @Test
    void isUsedOnce() {
        String token = token(firstAdministrator.invite("once@example.org"));

        links.use(token);

        assertThat(links.person(token)).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> links.use(token));
    }

    @Test
    void refusesToInviteForSomebodyWhoMayNotManagePeople() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> invitations.invite(1))
                .returns(Refusal.Kind.NOT_ALLOWED, Refusal::kind);
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> firstAdministrator.invite("anna"))
                .returns(Refusal.Kind.MALFORMED, Refusal::kind);
    }

    @Test
    void refusesToPeopleADatabaseThatIsNoDemonstration() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> demonstration.create(java.util.List.of()));
    }

    private static String token(String path) {
        return path.substring("/welcome/".length());
    }
}
