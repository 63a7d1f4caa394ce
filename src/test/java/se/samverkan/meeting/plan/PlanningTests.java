package se.samverkan.meeting.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.meeting.MeetingStage;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.Participation;
import se.samverkan.notice.Dates;
import se.samverkan.partnership.CaseStage;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Meetings are planned from the variant's series, moved and cancelled, and everybody who is invited is told. */
@SamverkanTest
class PlanningTests {

    private static final FreeText WHY = new FreeText("Rektor är sjuk", "");

    @Autowired
    WebApplicationContext application;

    private MeetingStage stage;

    @BeforeEach
    void aCase() {
        stage = new MeetingStage(application);
    }

    private Planning planning() {
        return stage.bean(Planning.class);
    }

    private SeriesPlan left() {
        return stage.as(
                stage.facilitator,
                () -> planning().toPlan(stage.partnership, "six-meetings", Optional.of(stage.stage.first)));
    }

    private void holiday(LocalDate first, LocalDate last) {
        stage.behind()
                .sql("""
                        insert into organisation.calendar_day (owner_organisation, organiser, kind, name, first_day, last_day)
                        values (?, ?, 'HOLIDAY', 'Höstlov', ?, ?)
                        """)
                .params(stage.stage.organiser, stage.stage.organiser, first, last)
                .update();
    }

    private MockHttpServletResponse planned(SeriesPlan plan) {
        String[] fields = plan.proposals().stream()
                .flatMap(each -> java.util.stream.Stream.of(
                        "day." + each.meeting().key(),
                        each.day().toString(),
                        "time." + each.meeting().key(),
                        each.time().toString()))
                .toArray(String[]::new);
        String[] more = java.util.Arrays.copyOf(fields, fields.length + 4);
        more[fields.length] = "go-on";
        more[fields.length + 1] = "true";
        more[fields.length + 2] = "place";
        more[fields.length + 3] = "Personalrummet";
        return stage.sends(stage.facilitator, plan.address(), more);
    }

    private List<MeetingView> meetings(long person) {
        return stage.as(person, () -> planning().ofPartnership(stage.partnership));
    }

    @Test
    void proposesExactlyTheMeetingsOfTheSeriesOnSchoolDays() {
        LocalDate third = left().begins().plusWeeks(3);
        holiday(third.minusDays(2), third.plusDays(4));

        SeriesPlan plan = left();

        assertThat(plan.proposals()).hasSize(6);
        assertThat(plan.proposals().getFirst().day()).isAfter(third.plusDays(4));
        assertThat(plan.proposals())
                .allSatisfy(each -> assertThat(each.day().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY))
                .extracting(Proposal::day)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(plan.knownDays()).isTrue();
    }

    @Test
    void proposesAfterTheHolidayWhenTheDayIsBetweenTwoTerms() {
        SchoolDays days = new SchoolDays(List.of(
                term(LocalDate.of(2026, 8, 17), LocalDate.of(2026, 12, 21)),
                term(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 6, 11))));

        assertThat(days.onOrAfter(LocalDate.of(2026, 12, 28))).isEqualTo(LocalDate.of(2027, 1, 11));
        assertThat(days.isOpen(LocalDate.of(2027, 7, 5))).isTrue();
    }

    private static se.samverkan.organisation.Particulars.CalendarDays term(LocalDate first, LocalDate last) {
        return new se.samverkan.organisation.Particulars.CalendarDays(
                1, se.samverkan.organisation.Particulars.DayKind.TERM, "Termin", first, last, 0);
    }

    @Test
    void plansTheSeriesOnceAndInvitesWhoeverHasTheRoles() {
        SeriesPlan plan = left();

        assertThat(planned(plan).getRedirectedUrl()).isEqualTo("/partnerships/" + stage.partnership + "/meetings");

        List<MeetingView> meetings = meetings(stage.stage.headTeacher);
        assertThat(meetings).hasSize(6).extracting(MeetingView::place).containsOnly("Personalrummet");
        assertThat(stage.as(
                        stage.facilitator,
                        () -> stage.bean(Inviting.class)
                                .guests(meetings.getFirst().id())))
                .extracting(Guest::person)
                .contains(stage.facilitator, stage.colleague, stage.member, stage.stage.headTeacher)
                .doesNotContain(stage.otherFacilitator, stage.otherHead, stage.researcher);
        assertThat(stage.reason(
                        stage.facilitator,
                        () -> planning().toPlan(stage.partnership, "six-meetings", Optional.of(stage.stage.first))))
                .isEqualTo("meeting.refusal.planned-already");
        assertThat(told("meeting.invited", stage.member)).isEqualTo(6);
        assertThat(told("meeting.invited", stage.facilitator)).isZero();
        assertThat(stage.page(stage.stage.officer, "/partnerships/" + stage.partnership))
                .contains("Vart är vi på väg?", "/partnerships/" + stage.partnership + "/meetings");
    }

    private int told(String kind, long person) {
        return stage.behind()
                .sql(
                        "select count(*) from notice.outbox o join notice.event e on e.id = o.event where e.kind = ? and o.person = ?")
                .params(kind, person)
                .query(Integer.class)
                .single();
    }

    @Test
    void isSeenByThoseWhoHaveAPartThereAndNobodyElse() {
        long id = stage.meeting("Ekskolans träff", 20);
        String query = "select name_sv from meeting.meeting where id = " + id;

        for (long person : List.of(
                stage.facilitator,
                stage.member,
                stage.stage.headTeacher,
                stage.stage.officer,
                stage.stage.coordinator)) {
            assertThat(stage.rows(person, query)).as("person " + person).hasSize(1);
        }
        for (long person :
                List.of(stage.otherHead, stage.researcher, stage.stage.stranger, stage.stage.neighbour, admin())) {
            assertThat(stage.rows(person, query)).as("person " + person).isEmpty();
            assertThat(stage.status(person, "/meetings/" + id)).isIn(403, 404);
        }
    }

    private long admin() {
        return stage.stage.cast.player("Admin", se.samverkan.access.Role.ADMINISTRATOR, null);
    }

    @Test
    void isPlannedByThoseWhoMayAndNobodyElse() {
        String path = "/partnerships/" + stage.partnership + "/meetings/new";
        assertThat(stage.status(stage.facilitator, path)).isEqualTo(200);
        assertThat(stage.status(stage.stage.officer, path)).isEqualTo(200);
        assertThat(stage.status(stage.stage.coordinator, path)).isEqualTo(200);
        assertThat(stage.status(stage.member, path)).isEqualTo(403);
        assertThat(stage.status(stage.stage.stranger, path)).isEqualTo(404);
        assertThat(stage.reason(
                        stage.otherHead,
                        () -> planning().plan(stage.partnership, Optional.of(stage.stage.first), List.of())))
                .isEqualTo("refusal.verb.PLAN_MEETINGS");
    }

    @Test
    void warnsOfAHolidayAndOfAnotherMeetingAndLetsOneGoOn() {
        long id = stage.meeting("Första", 20);
        MeetingView meeting = stage.as(stage.facilitator, () -> planning().meeting(id));
        long other = stage.meeting("Andra", 21);
        holiday(meeting.day(), meeting.day());
        String day = meeting.day().toString();

        MockHttpServletResponse warned = stage.sends(
                stage.facilitator,
                "/meetings/" + other + "/move",
                "day",
                day,
                "time",
                "13:30",
                "minutes",
                "60",
                "reason",
                "Passar bättre");

        assertThat(warned.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(warned)).contains("Höstlov", "krockar träffen med", "Planera ändå", "Passar bättre");
        assertThat(stage.sends(
                                stage.facilitator,
                                "/meetings/" + other + "/move",
                                "day",
                                day,
                                "time",
                                "13:30",
                                "minutes",
                                "60",
                                "reason",
                                "Passar bättre",
                                "go-on",
                                "true")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.as(stage.facilitator, () -> planning().meeting(other)).day())
                .isEqualTo(meeting.day());
    }

    @Test
    void movesAMeetingOnceForTwoWhoMoveItAtTheSameTime() {
        long id = stage.meeting("Träff", 20);
        Instant starts = When.moment(stage.today().plusDays(30), LocalTime.of(9, 0));
        stage.does(
                stage.facilitator,
                () -> planning().move(id, 0, starts, starts.plus(Duration.ofHours(1)), "Aulan", "", WHY));

        assertThat(stage.reason(
                        stage.stage.headTeacher,
                        () -> planning().move(id, 0, starts, starts.plus(Duration.ofHours(2)), "", "", WHY)))
                .isEqualTo("refusal.stale");
        MeetingView moved = stage.as(stage.facilitator, () -> planning().meeting(id));
        assertThat(moved.place()).isEqualTo("Aulan");
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(told("meeting.moved", stage.member)).isEqualTo(1);
        assertThat(stage.page(stage.member, "/meetings/" + id)).contains("Rektor är sjuk");
    }

    @Test
    void cancelsWithAReasonAndLetsTheSeriesBePlannedAnew() {
        planned(left());
        long id = meetings(stage.facilitator).getFirst().id();

        assertThat(stage.reason(stage.facilitator, () -> planning().cancel(id, 0, FreeText.NONE)))
                .isEqualTo("meeting.refusal.reason");
        stage.does(stage.facilitator, () -> planning().cancel(id, 0, WHY));

        assertThat(left().proposals()).singleElement();
        assertThat(told("meeting.cancelled", stage.member)).isEqualTo(1);
        assertThat(stage.reason(stage.facilitator, () -> planning().toChange(id)))
                .isEqualTo("meeting.refusal.CANCELLED");
        assertThat(stage.page(stage.member, "/meetings/" + id)).contains("Träffen är inställd");
    }

    @Test
    void keepsTheHourWhenTheClocksChangeBetweenTwoMeetings() {
        LocalTime one = LocalTime.of(13, 0);
        Instant winter = When.moment(LocalDate.of(2027, 3, 22), one);
        Instant summer = When.moment(LocalDate.of(2027, 3, 29), one);

        assertThat(Duration.between(winter, summer))
                .isEqualTo(Duration.ofDays(7).minusHours(1));
        assertThat(When.field(winter)).isEqualTo("13:00");
        assertThat(When.field(summer)).isEqualTo("13:00");
    }

    @Test
    void plansTwoMeetingsAroundTheDayTheClocksChangeAtTheSameHour() {
        LocalDate sunday = LocalDate.of(stage.today().getYear() + 1, 3, 31).with(DayOfWeek.SUNDAY);
        while (sunday.getMonthValue() != 3) {
            sunday = sunday.minusWeeks(1);
        }
        LocalDate before = sunday.minusDays(4);
        LocalDate after = sunday.plusDays(3);
        long winter = stage.meeting("Före", (int) java.time.temporal.ChronoUnit.DAYS.between(stage.today(), before));
        long summer = stage.meeting("Efter", (int) java.time.temporal.ChronoUnit.DAYS.between(stage.today(), after));

        for (long id : List.of(winter, summer)) {
            MeetingView meeting = stage.as(stage.facilitator, () -> planning().meeting(id));
            assertThat(When.field(meeting.starts())).isEqualTo("13:00");
            assertThat(Duration.between(meeting.starts(), meeting.ends())).isEqualTo(Duration.ofMinutes(90));
            assertThat(stage.page(stage.member, "/meetings/" + id)).contains("kl. 13.00");
        }
        assertThat(Duration.between(
                        stage.as(stage.facilitator, () -> planning().meeting(winter))
                                .starts(),
                        stage.as(stage.facilitator, () -> planning().meeting(summer))
                                .starts()))
                .isEqualTo(Duration.ofDays(7).minusHours(1));
    }

    @Test
    void isInTheCalendarOfWhoeverIsInvitedUnderANeutralName() {
        stage.meeting("Om den svåra klassen", 20);

        var dated = stage.as(
                stage.member,
                () -> stage.bean(Dates.class).mine(stage.today(), stage.today().plusDays(60)));

        assertThat(dated).singleElement().satisfies(each -> {
            assertThat(each.key()).isEqualTo("meeting.calendar.title");
            assertThat(each.arguments()).isEmpty();
            assertThat(each.day()).isEqualTo(stage.today().plusDays(20));
        });
        assertThat(stage.as(
                        stage.stage.officer,
                        () -> stage.bean(Dates.class)
                                .mine(stage.today(), stage.today().plusDays(60))))
                .isEmpty();
    }

    @Test
    void tellsWhoWasInvitedAndWhoCame() {
        long id = stage.meeting("Träff", -1);
        stage.sends(
                stage.facilitator,
                "/meetings/" + id + "/invited/attendance",
                "person",
                Long.toString(stage.member),
                "person",
                Long.toString(stage.stage.neighbour));

        assertThat(stage.as(
                        stage.stage.officer,
                        () -> stage.bean(Participation.class).of(stage.partnership)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.came()).containsExactly(stage.member);
                    assertThat(each.invited()).contains(stage.member, stage.facilitator, stage.stage.headTeacher);
                });
    }

    @Test
    void invitesOnlyPeopleOfTheCase() {
        long id = stage.meeting("Träff", 10);
        MeetingView meeting = stage.as(stage.facilitator, () -> planning().meeting(id));
        stage.does(
                stage.facilitator,
                () -> stage.bean(Inviting.class).invite(meeting, List.of(stage.researcher, stage.stage.neighbour)));

        assertThat(stage.as(stage.facilitator, () -> stage.bean(Inviting.class).guests(id)))
                .extracting(Guest::person)
                .contains(stage.researcher)
                .doesNotContain(stage.stage.neighbour);
        assertThat(stage.status(stage.researcher, "/meetings/" + id)).isEqualTo(200);
    }

    @Test
    void refusesALinkThatWouldRunSomething() {
        assertThat(MeetingRules.isLink("javascript:alert(1)")).isFalse();
        assertThat(MeetingRules.isLink("https://mote.example/a b")).isFalse();
        assertThat(MeetingRules.isLink("https://mote.example/träff")).isTrue();
    }
}
