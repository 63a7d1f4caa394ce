package se.samverkan.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Warns of what may be about a single person before it is published, and is silent about schools. */
class CautionsTests {

    private static Cautions of(String text) {
        return Cautions.of(text, Stream.of("Norra Ekskolan", "Exempelby kommun"));
    }

    @Test
    void findsWhatLooksLikeANameOfSomebody() {
        assertThat(of("Rektor Anna-Karin Öberg berättar.").names()).containsExactly("Rektor Anna-Karin Öberg");
        assertThat(of("Vi tackar Erik von Platen för hjälpen.").names()).containsExactly("Erik von Platen");
    }

    @Test
    void isSilentAboutTheSchoolsAndTheOrganiserConcerned() {
        assertThat(of("På Norra Ekskolan i Exempelby läser alla högt. Det märks.")
                        .isAny())
                .isFalse();
    }

    @Test
    void findsNumbersOfPeopleAndWaysToReachThem() {
        assertThat(of("Elev 20121212-1212 började i höstas.").number()).isTrue();
        assertThat(of("Ring 070-123 45 67.").contact()).isTrue();
        assertThat(of("Skriv till kim@skola.example.").contact()).isTrue();
        assertThat(of("Läsåret 2026/27 hade vi 312 elever, 14 fler än 2025.").isAny())
                .isFalse();
    }

    /** A reader looks at a page of it; a long word must not make that slow. */
    @Test
    void isQuickAlsoOnOneVeryLongWord() {
        assertTimeout(Duration.ofSeconds(2), () -> of("x".repeat(News.MOST_OF_WORDS)));
        assertTimeout(Duration.ofSeconds(2), () -> of("Xx".repeat(News.MOST_OF_WORDS / 2)));
        assertTimeout(Duration.ofSeconds(2), () -> of("Xx ".repeat(News.MOST_OF_WORDS / 3)));
    }
}
