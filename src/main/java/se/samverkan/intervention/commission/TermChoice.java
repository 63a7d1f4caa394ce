package se.samverkan.intervention.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;

/** The terms that a commission can be for: this one and those of the next four years. */
@Component
class TermChoice {

    private static final int TERMS = 8;

    private final Clock clock;

    TermChoice(Clock clock) {
        this.clock = clock;
    }

    List<Period> ahead() {
        Period now = Period.termOf(LocalDate.now(clock));
        return IntStream.rangeClosed(0, TERMS).mapToObj(now::plusTerms).toList();
    }

    /** The term that a form names by its key. */
    Optional<Period> term(String key) {
        return ahead().stream()
                .filter(each -> Integer.toString(each.key()).equals(key))
                .findFirst();
    }
}
