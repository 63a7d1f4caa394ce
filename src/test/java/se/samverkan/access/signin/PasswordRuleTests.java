package se.samverkan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRuleTests {

    private final PasswordRule rule = new PasswordRule();

    @Test
    void wantsTwelveCharacters() {
        assertThat(rule.refuse("elva tecken", "")).contains("sign-in.password.short");
        assertThat(rule.refuse("tolv tecken!", "")).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(rule.refuse("åäöåäöåäöåäö", "")).isEmpty();
        assertThat(rule.refuse("🐄🐄🐄🐄🐄🐄", "")).contains("sign-in.password.short");
    }

    @Test
    void refusesWhatWouldBeCutOffInSilence() {
        assertThat(rule.refuse("å".repeat(36), "")).isEmpty();
        assertThat(rule.refuse("å".repeat(37), "")).contains("sign-in.password.long");
    }

    @Test
    void refusesWhatEverybodyTriesFirst() {
        assertThat(rule.refuse("Lösenord1234", "")).contains("sign-in.password.common");
        assertThat(rule.refuse("anna.svensson@example.org", "Anna.Svensson@example.org"))
                .contains("sign-in.password.common");
    }

    @Test
    void asksForNoSpecialLetters() {
        assertThat(rule.refuse("fyragulakordansar", "")).isEmpty();
    }
}
