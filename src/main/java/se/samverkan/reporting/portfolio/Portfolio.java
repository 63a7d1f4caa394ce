package se.samverkan.reporting.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.CasePulses;
import se.samverkan.reporting.concern.Concerns;

/**
 * The door to the portfolio: every partnership that goes on and that the actor knows of. An office sees what is shared, met,
 * due and decided; an organiser sees its own, drafts included, by the same door: what each may know is decided below it.
 */
@Component
class Portfolio {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final CasePulses pulses;
    private final Concerns concerns;
    private final Rights rights;
    private final Clock clock;

    Portfolio(CasePulses pulses, Concerns concerns, Rights rights, Clock clock) {
        this.pulses = pulses;
        this.concerns = concerns;
        this.rights = rights;
        this.clock = clock;
    }

    /** All of them, by the organiser's name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<Line> lines() {
        rights.require(Verb.READ_PORTFOLIO);
        Map<Long, Integer> open = concerns.open();
        LocalDate today = today();
        return pulses.live().stream()
                .map(pulse -> Line.of(pulse, open.getOrDefault(pulse.id(), 0), today))
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }
}
