package se.samverkan.selection.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** What a frozen basis holds, that nothing under it moves, and that the same basis has the same checksum. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class BasisTests {

    @Autowired
    BeanFactory application;

    @Autowired
    JdbcClient database;

    private RoundOfFigures round;

    @BeforeEach
    void aRound() {
        round = new RoundOfFigures(application, null);
    }

    @Test
    void hasTheChecksumOfItsTextWhichAnyoneCanTake() {
        round.freeze();

        String text = round.as(round.officer, () -> round.bean(Freezing.class).text(round.id, 1));
        assertThat(Utf8.sha256(Utf8.bytes(text))).isEqualTo(round.basis().checksum());
        assertThat(text).contains("\nplaces\tCOMPULSORY\t5\n", "\nfigure\t").doesNotContain("Urval hösten");
    }

    @Test
    void hasTheSameChecksumWhenNothingHasChangedAndAnotherWhenAnythingHas() {
        round.freeze();
        String first = round.basis().checksum();
        leave(1);
        round.freeze();
        assertThat(round.basis().version()).isEqualTo(2);
        assertThat(round.basis().checksum()).isEqualTo(first);

        leave(2);
        long unit = round.units().getFirst().unit();
        round.exclude(unit);
        round.freeze();
        assertThat(round.basis().checksum()).isNotEqualTo(first);
        assertThat(round.units().stream().filter(each -> each.unit() == unit))
                .singleElement()
                .satisfies(each -> assertThat(each.mayBeDrawn()).isFalse());
        assertThat(round.as(round.officer, () -> round.bean(Freezing.class).versions(round.id)))
                .as("the earlier versions stay")
                .hasSize(3);
    }

    @Test
    void changesItsChecksumWithAnyByte() {
        byte[] text = Utf8.bytes("samverkan-basis\t1\nplaces\tCOMPULSORY\t5\n");
        String sum = Utf8.sha256(text);
        for (int place = 0; place < text.length; place++) {
            text[place] ^= 1;
            assertThat(Utf8.sha256(text)).isNotEqualTo(sum);
            text[place] ^= 1;
        }
    }

    @Test
    void keepsTheIndexAsAnExactDecimal() {
        round.freeze();

        assertThat(round.units())
                .hasSize(60)
                .anySatisfy(
                        unit -> assertThat(unit.need().orElseThrow().scale()).isEqualTo(6));
    }

    @Test
    void writesNoProbabilityWhereNoFigureCarriesAMeasureOfChance() {
        round.freeze();
        assertThat(round.units())
                .filteredOn(unit -> unit.error() > 0)
                .isNotEmpty()
                .allSatisfy(unit -> assertThat(unit.among()).isPresent());
        leave(1);

        round.does(() -> round.bean(CriteriaSetting.class).remove(round.id, 2, 1));
        round.freeze();
        assertThat(round.units()).anySatisfy(unit -> assertThat(unit.need()).isPresent());
        assertThat(round.units()).allSatisfy(unit -> {
            assertThat(unit.error()).isZero();
            assertThat(unit.among()).isEmpty();
        });
        String text = round.as(round.officer, () -> round.bean(Freezing.class).text(round.id, 2));
        assertThat(text.lines().filter(line -> line.startsWith("unit\t")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("\t0.0\t-\t"));
    }

    @Test
    void letsNothingUnderItChangeBeforeItIsLeftWithAReason() {
        round.freeze();

        assertThat(round.refused(() -> round.set(2, "gr9-merit", 1, 1))).isEqualTo("selection.refusal.frozen");
        RoundView view =
                round.as(round.officer, () -> round.bean(SelectionRounds.class).round(round.id));
        RoundDraft draft = new RoundDraft("Annat", "Annat", "sbs", "VT", view.lastYear(), null, view.forms());
        assertThat(round.refused(() -> round.bean(SelectionRounds.class).change(round.id, 0, draft)))
                .isEqualTo("selection.refusal.frozen");
        assertThat(round.refused(() -> round.bean(Freezing.class).leave(round.id, 1, " ")))
                .isEqualTo("selection.refusal.reason");

        leave(1);
        round.set(2, "gr9-merit", 1, 1);
        assertThat(round.freeze()).isEqualTo(2);
        assertThat(round.basis().criteriaVersion()).isEqualTo(3);
    }

    @Test
    void standsStillInTheDatabaseToo() {
        round.freeze();
        long unit = round.units().getFirst().unit();

        for (String change : List.of(
                "update selection.round set name = 'Annat' where id = " + round.id,
                "delete from selection.round_form where round = " + round.id,
                "insert into selection.criteria (round, version) values (" + round.id + ", 99)",
                "insert into selection.exclusion (round, unit, reason) values (" + round.id + ", " + unit
                        + ", 'CLOSING')",
                "insert into selection.basis_unit select round, version, form, " + unit
                        + " + 1000000, key, name, organiser, organiser_key, organiser_name, organiser_type, county, need, error,"
                        + " among, verdict, excluded, conclusion from selection.basis_unit where round = " + round.id
                        + " limit 1",
                "insert into selection.basis (round, version, criteria_version, last_import, content) values ("
                        + round.id + ", 2, 1, 1, 'x')",
                "update selection.basis set content = 'x' where round = " + round.id,
                "delete from selection.basis where round = " + round.id)) {
            assertThatThrownBy(() -> round.does(() -> inTransaction(change)))
                    .as(change)
                    .isInstanceOf(Exception.class)
                    .isNotInstanceOf(Refusal.class);
        }
    }

    private void inTransaction(String change) {
        new org.springframework.transaction.support.TransactionTemplate(
                        round.bean(org.springframework.transaction.PlatformTransactionManager.class))
                .executeWithoutResult(status -> database.sql(change).update());
    }

    @Test
    void isFrozenOnceWhenTwoDoItAtTheSameTime() throws Exception {
        Callable<Boolean> freeze = () -> {
            try {
                round.freeze();
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.reason()).isEqualTo("selection.refusal.frozen");
                assertThat(refusal.details()).contains("Hanna Handläggare");
                return false;
            }
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = two.invokeAll(List.of(freeze, freeze));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(round.as(round.officer, () -> round.bean(Freezing.class).versions(round.id)))
                .hasSize(1);
    }

    @Test
    void isRefusedWhenThereIsNothingToChooseFrom() {
        round.behind().sql("""
                        insert into selection.exclusion (round, unit, reason, made_by)
                        select ?, id, 'CLOSING', ? from organisation.unit where kind = 'SCHOOL'
                        """).params(round.id, round.officer).update();
        assertThat(round.refused(round::freeze)).isEqualTo("selection.refusal.no-candidates");
    }

    @Test
    void isRefusedWithoutWeightsAndOnAWithdrawnIndicator() {
        round.does(() -> round.bean(CriteriaSetting.class).remove(round.id, 2, 1));
        round.does(() -> round.bean(CriteriaSetting.class).remove(round.id, 3, 2));
        assertThat(round.refused(round::freeze)).isEqualTo("refusal.needs.no-weight");

        RoundOfFigures other = new RoundOfFigures(application, null);
        other.behind()
                .sql("update selection.criterion set indicator = 'gone' where round = ? and number = 1")
                .param(other.id)
                .update();
        assertThat(other.refused(other::freeze)).isEqualTo("selection.refusal.indicator-withdrawn");
    }

    @Test
    void isRefusedForAWindowWithoutData() {
        round.behind()
                .sql("update selection.criterion set last_period = ? where round = ? and number = 2")
                .params(se.samverkan.shared.Period.schoolYear(1990).key(), round.id)
                .update();
        assertThat(round.refused(round::freeze)).isEqualTo("selection.refusal.window-without-data");
    }

    @Test
    void tellsWhatTheSourceHasRevisedSince() {
        round.freeze();
        assertThat(revised()).isEmpty();

        revise(round.units().stream()
                .filter(unit -> unit.covariates().containsKey("result:2024/25"))
                .findFirst()
                .orElseThrow());
        assertThat(revised()).singleElement().satisfies(each -> {
            assertThat(each.is()).isEqualTo("1,5");
            assertThat(each.was()).isNotEqualTo("1,5");
        });
        assertThat(round.as(round.officer, () -> round.bean(Freezing.class).current(round.id)))
                .as("the basis stands")
                .isPresent();
    }

    /** The source says something else of a unit's newest result than it did. */
    private void revise(BasisUnit unit) {
        int later = round.behind().sql("""
                        insert into statistics.import overriding system value select (n).* from (
                            select jsonb_populate_record(i, jsonb_build_object('id', i.id + 1)) as n
                            from statistics.import i order by i.id desc limit 1) x returning id
                        """).query(Integer.class).single();
        long old = round.behind()
                .sql("""
                        update statistics.observation o set revised_by = ?
                        from statistics.subject s, statistics.indicator i
                        where s.id = o.subject and s.unit = ? and i.id = o.indicator and i.code = 'gr9-passed-all'
                          and o.breakdown = 0 and o.period = ? and o.revised_by is null
                        """)
                .params(
                        later,
                        unit.unit(),
                        se.samverkan.shared.Period.schoolYear(2024).key())
                .update();
        assertThat(old).isOne();
        round.behind().sql("""
                        insert into statistics.observation (subject, indicator, breakdown, period, status, value, token, import)
                        select subject, indicator, breakdown, period, 1, 1.5, '1,5', revised_by
                        from statistics.observation where revised_by = ?
                        """).param(later).update();
    }

    private List<Revisions.Revised> revised() {
        return round.as(round.officer, () -> round.bean(Revisions.class).since(round.basis()));
    }

    @Test
    void isHiddenFromStrangers() {
        round.freeze();
        long stranger = round.cast.player("Kollega", Role.PROGRAMME_OFFICER, round.agency);
        assertThatThrownBy(() ->
                        round.as(stranger, () -> round.bean(Freezing.class).versions(round.id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
    }

    private void leave(int version) {
        round.does(() -> round.bean(Freezing.class).leave(round.id, version, "Ett fel i kriterierna"));
    }
}
