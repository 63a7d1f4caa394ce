package se.samverkan.reporting.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.AgreementTimes;
import se.samverkan.meeting.MeetingsHeld;
import se.samverkan.meeting.MeetingsHeld.Held;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CasePulses;
import se.samverkan.reporting.review.Sum.Part;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.VoicesHeard;
import se.samverkan.survey.VoicesHeard.Heard;

/**
 * The door to the review: a year back, in the cases that the actor leads, and in all that the office runs. Never person by
 * person for somebody else, and never in an order of people.
 */
@Component
class Review {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final CasePulses pulses;
    private final MeetingsHeld meetings;
    private final VoicesHeard voices;
    private final AgreementTimes agreements;
    private final Rights rights;
    private final Clock clock;

    Review(
            CasePulses pulses,
            MeetingsHeld meetings,
            VoicesHeard voices,
            AgreementTimes agreements,
            Rights rights,
            Clock clock) {
        this.pulses = pulses;
        this.meetings = meetings;
        this.voices = voices;
        this.agreements = agreements;
        this.rights = rights;
        this.clock = clock;
    }

    /** One of the actor's own cases. */
    record Own(CasePulse pulse, Part part) {}

    /**
     * What is shown.
     *
     * @param since from which day meetings are counted
     * @param own the cases that the actor leads, by the organiser's name
     * @param all all cases of the office; empty for somebody who runs none, or where they are too few
     */
    record Shown(LocalDate since, List<Own> own, Optional<Sum> all, boolean runs) {

        Sum mine() {
            return Sum.of(own.stream().map(Own::part).toList());
        }
    }

    @Transactional(readOnly = true)
    public Shown shown() {
        boolean runs = rights.allow(Verb.RUN_PARTNERSHIP);
        if (!runs && !rights.allow(Verb.LEAD_MEETINGS)) {
            throw Refusal.notAllowed("refusal.verb.LEAD_MEETINGS");
        }
        LocalDate since = LocalDate.now(clock.withZone(SWEDEN)).minusYears(1);
        Map<Long, Held> held =
                meetings.since(since).stream().collect(Collectors.toMap(Held::partnership, Function.identity()));
        Map<Long, Heard> heard =
                voices.since(since).stream().collect(Collectors.toMap(Heard::partnership, Function.identity()));
        Map<Long, Integer> days = agreements.days();
        List<CasePulse> live = pulses.live();
        List<Own> own = live.stream()
                .filter(each -> rights.allowInPartnership(Verb.LEAD_MEETINGS, each.id()))
                .map(each -> new Own(each, part(each.id(), held, heard, days)))
                .toList();
        List<Part> run = live.stream()
                .filter(each -> rights.allow(Verb.RUN_PARTNERSHIP, each.owner()))
                .map(each -> part(each.id(), held, heard, days))
                .toList();
        return new Shown(since, own, Optional.of(Sum.of(run)).filter(sum -> sum.cases() >= Sum.FEWEST), runs);
    }

    private static Part part(long id, Map<Long, Held> held, Map<Long, Heard> heard, Map<Long, Integer> days) {
        Held counted = held.getOrDefault(id, new Held(id, 0, 0, 0));
        return new Part(
                counted.meetings(),
                counted.invited(),
                counted.came(),
                heard.getOrDefault(id, Heard.nobody(id)),
                Optional.ofNullable(days.get(id)).map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }
}
