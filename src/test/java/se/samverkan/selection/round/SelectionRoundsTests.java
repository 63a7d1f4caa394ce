package se.samverkan.selection.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.CriterionKind;
import se.samverkan.selection.round.Participants.Participant;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Who knows of a round, who may do what in it, and how its criteria change. */
@SamverkanTest
class SelectionRoundsTests {

    private static final Period YEAR = Period.schoolYear(2024);

    @Autowired
    TestDatabase database;

    @Autowired
    ActingAs acting;

    @Autowired
    SelectionRounds rounds;

    @Autowired
    CriteriaSetting criteria;

    private Cast cast;
    private long agency;
    private long officer;
    private long round;

    @BeforeEach
    void aRoundOfAnAgency() {
        cast = new Cast(database);
        cast.behind()
                .sql("insert into statistics.covered (indicator, period) values (2, ?), (2, ?) on conflict do nothing")
                .params(YEAR.key(), Period.schoolYear(2023).key())
                .update();
        agency = cast.agency("Skolmyndigheten");
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, agency);
        round = as(officer, () -> rounds.open(agency, draft("Urval hösten 2027")));
    }

    @Test
    void isKnownToNobodyButItsPeople() {
        long colleague = cast.player("Kollega", Role.PROGRAMME_OFFICER, agency);
        long elsewhere = cast.player("Annan myndighet", Role.PROGRAMME_OFFICER, cast.agency("En annan"));
        long administrator = cast.player("Asta", Role.ADMINISTRATOR, null);
        long director = cast.player("Utbildningschef", Role.EDUCATION_DIRECTOR, cast.organisation("Provby"));

        assertThat(as(officer, () -> rounds.rounds())).extracting(RoundView::id).contains(round);
        for (long stranger : List.of(colleague, elsewhere)) {
            assertThat(as(stranger, () -> rounds.rounds())).isEmpty();
        }
        for (long stranger : List.of(colleague, elsewhere, administrator, director)) {
            refused(stranger, () -> rounds.round(round), Refusal.Kind.NOT_SEEN);
            refused(stranger, () -> rounds.people(round), Refusal.Kind.NOT_SEEN);
            refused(stranger, () -> criteria.current(round), Refusal.Kind.NOT_SEEN);
        }
        assertThat(seenInSql(colleague)).isZero();
        assertThat(seenInSql(officer)).isOne();
    }

    @Test
    void opensForAnAssessorWhoThenReadsAndDoesNotPrepare() {
        long assessor = cast.player("Bo Bedömare", Role.ASSESSOR, agency);
        refused(assessor, () -> rounds.round(round), Refusal.Kind.NOT_SEEN);

        asks(officer, () -> rounds.join(round, assessor, Duty.ASSESSOR));

        assertThat(as(assessor, () -> rounds.round(round)).duties()).containsExactly(Duty.ASSESSOR);
        refused(assessor, () -> rounds.change(round, 0, draft("Något annat")), Refusal.Kind.NOT_ALLOWED);
        refused(assessor, () -> criteria.set(round, 0, passed(60)), Refusal.Kind.NOT_ALLOWED);
        assertThat(told("round.joined")).isPositive();
    }

    @Test
    void closesForWhoeverNoLongerHasTheDutyOrTheRole() {
        long assessor = cast.player("Bo Bedömare", Role.ASSESSOR, agency);
        asks(officer, () -> rounds.join(round, assessor, Duty.ASSESSOR));
        Participant there = as(officer, () -> rounds.people(round)).stream()
                .filter(one -> one.person() == assessor)
                .findFirst()
                .orElseThrow();

        asks(officer, () -> rounds.leave(round, there.id()));
        refused(assessor, () -> rounds.round(round), Refusal.Kind.NOT_SEEN);

        asks(officer, () -> rounds.join(round, assessor, Duty.ASSESSOR));
        cast.behind()
                .sql("update access.assignment set valid_to = access.today() - 1 where person = ?")
                .param(assessor)
                .update();
        refused(assessor, () -> rounds.round(round), Refusal.Kind.NOT_SEEN);
    }

    @Test
    void keepsSomebodyWhoPreparesIt() {
        Participant only = as(officer, () -> rounds.people(round)).getFirst();

        refused(officer, () -> rounds.leave(round, only.id()), Refusal.Kind.RULE);
    }

    @Test
    void takesNobodyInWhoLacksTheRole() {
        long teacher = cast.player("Rektor", Role.HEAD_TEACHER, agency);

        refused(officer, () -> rounds.join(round, teacher, Duty.DECIDER), Refusal.Kind.RULE);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() {
        asks(officer, () -> rounds.change(round, 0, draft("Urval våren 2028")));

        refused(officer, () -> rounds.change(round, 0, draft("Urval 2029")), Refusal.Kind.STALE);
        assertThat(as(officer, () -> rounds.round(round)).name()).isEqualTo("Urval våren 2028");
    }

    @Test
    void makesANewVersionOfTheCriteriaWithEveryChangeAndKeepsTheOld() {
        asks(officer, () -> criteria.set(round, 0, passed(60)));
        Criterion first = current().getFirst();
        asks(officer, () -> criteria.set(round, 1, passed(55).numbered(first.number())));
        asks(officer, () -> criteria.remove(round, 2, first.number()));
        asks(officer, () -> criteria.set(round, 3, passed(50)));

        assertThat(current()).singleElement().satisfies(criterion -> {
            assertThat(criterion.amount()).isEqualTo(50);
            assertThat(criterion.number()).as("a number is never used again").isEqualTo(first.number() + 1);
        });
        assertThat(cast.behind()
                        .sql("select version, amount from selection.criterion where round = ? order by version")
                        .param(round)
                        .query((row, n) -> row.getInt(1) + ": " + row.getInt(2))
                        .list())
                .containsExactly("1: 60", "2: 55", "4: 50");
        refused(officer, () -> criteria.set(round, 1, passed(40)), Refusal.Kind.STALE);
    }

    @Test
    void refusesCriteriaThatCannotBe() {
        reason(() -> criteria.set(round, 0, criterion("PRESCHOOL", "fsk-licence-share", Use.WEIGHT, 1, YEAR)))
                .isEqualTo("selection.refusal.form-not-in-round");
        reason(() -> criteria.set(round, 0, criterion("COMPULSORY", "fsk-licence-share", Use.WEIGHT, 1, YEAR)))
                .isEqualTo("selection.refusal.indicator-not-for-form");
        reason(() -> criteria.set(round, 0, criterion("COMPULSORY", "gr9-passed-all", Use.WEIGHT, 0, YEAR)))
                .isEqualTo("selection.refusal.weight");
        reason(() -> criteria.set(
                        round,
                        0,
                        criterion("COMPULSORY", "gr9-passed-all", Use.THRESHOLD, 60, Period.schoolYear(1999))))
                .isEqualTo("selection.refusal.window-without-data");
        asks(officer, () -> criteria.set(round, 0, passed(60)));
        reason(() -> criteria.set(round, 1, passed(50))).isEqualTo("selection.refusal.criterion-twice");
    }

    @Test
    void choosesAmongAfterSchoolCentresByConditionsOnly() {
        cast.behind()
                .sql("insert into statistics.covered (indicator, period) values (13, ?) on conflict do nothing")
                .param(YEAR.key())
                .update();
        RoundDraft draft = draft("Fritidshem hösten 2027", new FormPlaces(AfterSchool.CENTRE, 5));
        long centres = as(officer, () -> rounds.open(agency, draft));
        Criterion condition = new Criterion(
                0,
                AfterSchool.CENTRE,
                CriterionKind.CONDITION,
                "gr-teachers-licensed-share-fte",
                YEAR,
                1,
                Needy.LOW,
                Use.WEIGHT,
                1);

        reason(() -> criteria.set(centres, 0, criterion(AfterSchool.CENTRE, "gr9-passed-all", Use.WEIGHT, 1, YEAR)))
                .isEqualTo("selection.refusal.indicator-not-for-form");
        asks(officer, () -> criteria.set(centres, 0, condition));
        assertThat(as(officer, () -> criteria.current(centres)).criteria()).hasSize(1);
    }

    private org.assertj.core.api.AbstractStringAssert<?> reason(ThrowingCallable deed) {
        Throwable refused = org.assertj.core.api.Assertions.catchThrowable(() -> as(officer, () -> {
            run(deed);
            return true;
        }));
        assertThat(refused).isInstanceOf(Refusal.class);
        return assertThat(((Refusal) refused).reason());
    }

    private List<Criterion> current() {
        return as(officer, () -> criteria.current(round)).criteria();
    }

    private static Criterion passed(double threshold) {
        return criterion("COMPULSORY", "gr9-passed-all", Use.THRESHOLD, threshold, YEAR);
    }

    private static Criterion criterion(String form, String indicator, Use use, double amount, Period last) {
        CriterionKind kind = indicator.startsWith("fsk") ? CriterionKind.CONDITION : CriterionKind.LOW_RESULT;
        return new Criterion(0, form, kind, indicator, last, 2, Needy.LOW, use, amount);
    }

    private static RoundDraft draft(String name) {
        return draft(name, new FormPlaces("COMPULSORY", 20));
    }

    private static RoundDraft draft(String name, FormPlaces form) {
        return new RoundDraft(name, "Att fler ska nå målen", "sbs", "VT 2028", YEAR, 2, List.of(form));
    }

    private int seenInSql(long person) {
        return as(person, () -> rounds.concernActor() ? rounds.rounds().size() : 0);
    }

    private int told(String what) {
        return cast.behind()
                .sql("select count(*) from records.audit_entry where what = ? and organisation = ?")
                .params(what, agency)
                .query(Integer.class)
                .single();
    }

    private <T> T as(long person, Supplier<T> deed) {
        return acting.person(person, deed);
    }

    private void asks(long person, Runnable deed) {
        acting.person(person, () -> {
            deed.run();
            return true;
        });
    }

    private void refused(long person, ThrowingCallable deed, Refusal.Kind kind) {
        assertThatThrownBy(() -> as(person, () -> {
                    run(deed);
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private static void run(ThrowingCallable deed) {
        try {
            deed.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
