package se.samverkan.actionplan.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.PlanDays;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.year.PlanDay.Kind;
import se.samverkan.meeting.Meetings;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;

/** Gathers what happens in the time of a plan: its own days and terms, the meetings, the holidays, what rooms above deliver. */
@Component
public class PlanCalendar {

    private final Meetings meetings;
    private final Particulars particulars;
    private final ObjectProvider<PlanDays> above;

    PlanCalendar(Meetings meetings, Particulars particulars, ObjectProvider<PlanDays> above) {
        this.meetings = meetings;
        this.particulars = particulars;
        this.above = above;
    }

    /** What happens in some terms, day by day; what is some time in a term comes first in it. */
    @Transactional(readOnly = true)
    public List<PlanDay> of(PlanView plan, PlanParts parts, List<Period> terms, Words words) {
        LocalDate from = terms.getFirst().firstDayOfTerm();
        LocalDate to = terms.getLast().plusTerms(1).firstDayOfTerm().minusDays(1);
        List<PlanDay> days = new ArrayList<>();
        own(plan, parts).forEach(days::add);
        met(plan, words).forEach(days::add);
        particulars.calendar(plan.organiser()).stream()
                .filter(each -> each.kind() == DayKind.HOLIDAY)
                .forEach(each -> days.add(new PlanDay(Kind.HOLIDAY, each.first(), each.last(), each.name(), "")));
        Optional<Long> unit = plan.level() == Level.ORGANISER ? Optional.empty() : Optional.of(plan.unit());
        above.stream()
                .flatMap(room -> room.of(plan.partnership(), unit, from, to).stream())
                .forEach(each -> days.add(PlanDay.on(Kind.DELIVERY, each.day(), each.name(), each.address())));
        return days.stream()
                .filter(each -> each.isWithin(from, to))
                .sorted(Comparator.comparing(PlanDay::first).thenComparing(PlanDay::kind))
                .toList();
    }

    private static Stream<PlanDay> own(PlanView plan, PlanParts parts) {
        Stream<PlanDay> goals = parts.of(PlanPartKind.GOAL).stream()
                .filter(part -> part.says(PlanField.BY))
                .map(part -> PlanDay.on(
                        Kind.GOAL, LocalDate.parse(part.text(PlanField.BY)), part.title(), address(plan, part)));
        Stream<PlanDay> inTerms = Stream.of(Kind.FOLLOW_UP, Kind.MILESTONE, Kind.SIGN)
                .flatMap(kind -> parts.of(PlanPartKind.valueOf(kind.name())).stream()
                        .flatMap(part -> part.term(PlanField.TERM).stream()
                                .map(term -> new PlanDay(
                                        kind,
                                        term.firstDayOfTerm(),
                                        term.plusTerms(1).firstDayOfTerm().minusDays(1),
                                        part.title(),
                                        address(plan, part)))));
        return Stream.concat(goals, inTerms);
    }

    private static String address(PlanView plan, PlanPart part) {
        return plan.address() + "/parts/" + part.id();
    }

    private Stream<PlanDay> met(PlanView plan, Words words) {
        return meetings.ofPartnership(plan.partnership()).stream()
                .filter(each -> !each.isCancelled())
                .filter(each -> each.unit().filter(unit -> unit != plan.unit()).isEmpty())
                .map(each -> PlanDay.on(Kind.MEETING, each.day(), each.name().in(words.locale()), each.address()));
    }
}
