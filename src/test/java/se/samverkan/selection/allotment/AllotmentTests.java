package se.samverkan.selection.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Role;
import se.samverkan.selection.OfferWatch;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.method.Draw;
import se.samverkan.selection.method.DrawList;
import se.samverkan.selection.method.Seed;
import se.samverkan.selection.method.Utf8;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** Places are allotted once, from a frozen basis, before any offer, and nobody could know or try the lot. */
@SamverkanTest
@Import(AllotmentTests.Offers.class)
@TestPropertySource(properties = "samverkan.test=selection")
class AllotmentTests {

    /** What the room of offers will tell. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Offers {

        static final Set<Long> MADE = new HashSet<>();

        @Bean
        OfferWatch offerWatch() {
            return MADE::contains;
        }
    }

    @Autowired
    BeanFactory application;

    @Autowired
    JdbcClient database;

    private RoundOfFigures round;

    @BeforeEach
    void aRound() {
        round = new RoundOfFigures(application, 2);
    }

    private void frozenAndPlanned() {
        round.freeze();
        round.plan();
    }

    private Draw draw() {
        return round.as(round.officer, () -> round.bean(Allotting.class).draw(round.id));
    }

    @Test
    void isWhatTheCommandOfTheDrawSaysOfTheSameList() {
        frozenAndPlanned();
        round.list();
        draw();

        byte[] list = round.as(round.officer, () -> round.bean(Allotting.class).list(round.id))
                .orElseThrow();
        String seed = round.as(round.officer, () -> round.bean(Allotting.class).commitment(round.id))
                .orElseThrow()
                .seed()
                .orElseThrow();
        Draw repeated = Draw.of(DrawList.read(list), Seed.of(seed));
        AllotmentView allotment = round.allotment();
        assertThat(repeated.unpaired()).isEmpty();
        assertThat(repeated.pairs().stream().map(Draw.Pair::offered))
                .containsExactlyInAnyOrderElementsOf(keys(allotment, Part.OFFERED, Part.RESERVE));
        assertThat(repeated.pairs().stream().map(Draw.Pair::comparison))
                .containsExactlyInAnyOrderElementsOf(keys(allotment, Part.COMPARISON, Part.RESERVE_COMPARISON));
    }

    private static List<String> keys(AllotmentView allotment, Part... parts) {
        return allotment.units().stream()
                .filter(each -> Set.of(parts).contains(each.part()))
                .map(each -> each.unit().key())
                .toList();
    }

    @Test
    void fillsThePlacesWithThePairsMostInNeedAndAtMostSoManyOfAnOrganiser() {
        frozenAndPlanned();
        round.list();
        draw();

        AllotmentView allotment = round.allotment();
        List<Allotted> offered = allotment.of(RoundOfFigures.FORM, Part.OFFERED);
        assertThat(offered).hasSize(RoundOfFigures.PLACES);
        assertThat(allotment.of(RoundOfFigures.FORM, Part.COMPARISON)).hasSize(RoundOfFigures.PLACES);
        Map<Long, Long> ofOrganiser = allotment.units().stream()
                .filter(each -> !each.part().isCompared())
                .collect(Collectors.groupingBy(each -> each.unit().place().organiser(), Collectors.counting()));
        assertThat(ofOrganiser.values()).allMatch(count -> count <= 2);
        for (Allotted each : offered) {
            Allotted like = allotment.of(RoundOfFigures.FORM, Part.COMPARISON).get(each.position() - 1);
            assertThat(like.stratum()).isEqualTo(each.stratum());
        }
    }

    @Test
    void keepsTheSeedFromEverybodyUntilTheDraw() {
        frozenAndPlanned();
        round.does(() -> round.bean(Allotting.class).commitSeed(round.id));

        assertThat(round.as(round.officer, () -> round.bean(Allotting.class).commitment(round.id))
                        .orElseThrow()
                        .seed())
                .isEmpty();
        fails("select seed from selection.seed where round = " + round.id);
        fails("select selection.draw_seed(" + round.id + ")");
        fails("insert into selection.draw (round) values (" + round.id + ")");
        assertThat(round.refused(() -> round.bean(Allotting.class).commitSeed(round.id)))
                .isEqualTo("selection.refusal.seed-twice");
    }

    @Test
    void letsNobodyTryALotByFreezingAListAndTakingItBack() {
        frozenAndPlanned();
        round.does(() -> round.bean(Allotting.class).commitSeed(round.id));

        assertThatThrownBy(() -> round.does(() -> new TransactionTemplate(round.bean(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> {
                            round.bean(Allotting.class).freezeList(round.id, Grouping.NONE);
                            database.sql("select selection.draw_seed(" + round.id + ")")
                                    .query()
                                    .singleRow();
                        })))
                .hasMessageContaining("no list is frozen");
        assertThat(round.as(round.officer, () -> round.bean(Allotting.class).allotment(round.id)))
                .isEmpty();
    }

    private void fails(String sql) {
        assertThatThrownBy(() -> round.does(() -> new TransactionTemplate(round.bean(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> {
                            if (sql.startsWith("select")) {
                                database.sql(sql).query().singleRow();
                            } else {
                                database.sql(sql).update();
                            }
                        })))
                .as(sql)
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void isRefusedInTheWrongOrder() {
        assertThat(round.refused(() -> round.bean(Allotting.class).freezeList(round.id, Grouping.NONE)))
                .isEqualTo("selection.refusal.not-frozen");
        round.freeze();
        assertThat(round.refused(() -> round.bean(Allotting.class).freezeList(round.id, Grouping.NONE)))
                .isEqualTo("selection.refusal.no-plan");
        round.plan();
        assertThat(round.refused(() -> round.bean(Allotting.class).freezeList(round.id, Grouping.NONE)))
                .isEqualTo("selection.refusal.no-seed");
        assertThat(round.refused(this::draw)).isEqualTo("selection.refusal.not-drawn-list");
    }

    @Test
    void isRefusedAfterAnOffer() {
        frozenAndPlanned();
        round.list();
        Offers.MADE.add(round.id);

        assertThat(round.refused(this::draw)).isEqualTo("selection.refusal.offered");
        assertThat(round.allotment().units()).isEmpty();
    }

    @Test
    void isDrawnOnceWhenTwoDrawAtTheSameTime() throws Exception {
        frozenAndPlanned();
        round.list();
        Callable<Boolean> draw = () -> {
            try {
                draw();
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.reason()).isEqualTo("selection.refusal.allotted");
                return false;
            }
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = two.invokeAll(List.of(draw, draw));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void standsForEver() {
        frozenAndPlanned();
        round.list();
        draw();

        assertThat(round.refused(() -> round.bean(Freezing.class).leave(round.id, 1, "Ångrar oss")))
                .isEqualTo("selection.refusal.allotted");
        assertThat(round.refused(round::freeze)).isEqualTo("selection.refusal.allotted");
        assertThat(round.refused(() -> round.bean(Choosing.class).choose(round.id, Set.of("x"))))
                .isEqualTo("selection.refusal.allotted");
        long unit = round.units().getFirst().unit();
        fails("update selection.allotted set part = 'OFFERED' where round = " + round.id);
        fails("delete from selection.allotted where round = " + round.id);
        fails("delete from selection.allotment where round = " + round.id);
        fails("insert into selection.reopening (round, version, reason) values (" + round.id + ", 1, 'x')");
        fails("insert into selection.allotted (round, unit, form, position, part, stratum) values (" + round.id + ", "
                + unit + ", 'COMPULSORY', 99, 'OFFERED', 'x')");
        fails("update selection.round set name = 'x' where id = " + round.id);
        fails("select selection.draw_seed(" + round.id + ")");
    }

    @Test
    void fixesComparisonUnitsThatAreNeverOfferedWhenItIsByAssessment() {
        round.agree(8);
        frozenAndPlanned();
        List<BasisUnit> needing =
                round.as(round.officer, () -> round.bean(Choosing.class).needing(round.id));
        assertThat(needing).hasSize(8);
        choose(needing.subList(0, 2));

        AllotmentView allotment = round.allotment();
        List<String> offered = keys(allotment, Part.OFFERED);
        List<String> compared = keys(allotment, Part.COMPARISON);
        assertThat(offered).containsExactly(needing.get(0).key(), needing.get(1).key());
        assertThat(compared)
                .hasSize(2)
                .doesNotContainAnyElementsOf(
                        needing.stream().map(BasisUnit::key).toList());
        assertThat(keys(allotment, Part.RESERVE))
                .as("in the order of need")
                .containsExactlyElementsOf(
                        needing.subList(2, 8).stream().map(BasisUnit::key).toList());
    }

    @Test
    void makesTheGroupsMoreAlikeByMatching() {
        round.agree(5);
        frozenAndPlanned();
        choose(round.as(round.officer, () -> round.bean(Choosing.class).needing(round.id)).stream()
                .collect(Collectors.groupingBy(unit -> unit.place().organiser()))
                .values()
                .stream()
                .flatMap(units -> units.stream().limit(2))
                .toList());

        MatchedForm matched = MatchedForm.of(RoundOfFigures.FORM, round.allotment(), round.units());
        assertThat(matched.balance()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(matched.worst(false)).isLessThan(matched.worst(true));
    }

    @Test
    void refusesAChoiceBeyondPlacesAndOrganisersAndOfUnitsThatDoNotNeedIt() {
        round.agree(60);
        frozenAndPlanned();
        List<BasisUnit> needing =
                round.as(round.officer, () -> round.bean(Choosing.class).needing(round.id));

        assertThat(refusedChoice(List.of())).isEqualTo("selection.refusal.nobody-chosen");
        assertThat(refusedChoice(needing.subList(0, 6))).isEqualTo("selection.refusal.too-many");
        List<BasisUnit> ofOne =
                needing.stream()
                        .collect(Collectors.groupingBy(unit -> unit.place().organiser()))
                        .values()
                        .stream()
                        .filter(units -> units.size() >= 3)
                        .findFirst()
                        .orElseThrow()
                        .subList(0, 3);
        assertThat(refusedChoice(ofOne)).isEqualTo("selection.refusal.too-many-of-organiser");
        assertThat(round.refused(() -> round.bean(Choosing.class).choose(round.id, Set.of("COMPULSORY/nobody"))))
                .isEqualTo("selection.refusal.not-needing");
    }

    private String refusedChoice(List<BasisUnit> units) {
        return round.refused(() -> choose(units));
    }

    private void choose(List<BasisUnit> units) {
        Set<String> chosen =
                units.stream().map(unit -> unit.form() + "/" + unit.key()).collect(Collectors.toSet());
        round.does(() -> round.bean(Choosing.class).choose(round.id, chosen));
    }

    @Test
    void showsAPlanThatIsChangedAfterwardsAsSuch() {
        frozenAndPlanned();
        round.list();
        draw();

        assertThat(round.refused(
                        () -> round.bean(Planning.class).lock(round.id, 1, RoundOfFigures.planned("gr9-merit"), "")))
                .isEqualTo("selection.refusal.reason");
        round.does(() -> round.bean(Planning.class)
                .lock(round.id, 1, RoundOfFigures.planned("gr9-merit"), "Källan slutar publicera"));

        List<PlanView> versions =
                round.as(round.officer, () -> round.bean(Planning.class).versions(round.id));
        assertThat(versions).extracting(PlanView::late).containsExactly(true, false);
        assertThat(versions.getFirst().draft().outcomes()).containsExactly(new Outcome("gr9-merit", Direction.UP));
        assertThat(versions)
                .allSatisfy(plan -> assertThat(plan.checksum()).isEqualTo(Utf8.sha256(Utf8.bytes(plan.text()))));
        assertThat(versions.getLast().draft()).isEqualTo(RoundOfFigures.planned("gr9-passed-all"));
        assertThat(round.allotment().plan()).isEqualTo(1);
    }

    @Test
    void leavesATrailOfEveryStep() {
        frozenAndPlanned();
        round.list();
        draw();
        RoundOfFigures other = new RoundOfFigures(application, null);
        other.agree(3);
        other.freeze();
        other.plan();
        BasisUnit first = other.as(
                        other.officer, () -> other.bean(Choosing.class).needing(other.id))
                .getFirst();
        other.does(() -> other.bean(Choosing.class).choose(other.id, Set.of(first.form() + "/" + first.key())));

        assertThat(told(round))
                .containsSubsequence(
                        "round.frozen",
                        "round.plan-locked",
                        "round.seed-committed",
                        "round.list-frozen",
                        "round.drawn");
        assertThat(told(other)).endsWith("round.chosen");
    }

    private static List<String> told(RoundOfFigures of) {
        return of.behind()
                .sql("select what from records.audit_entry where organisation = ? order by position")
                .param(of.agency)
                .query(String.class)
                .list();
    }

    @Test
    void isHiddenFromStrangers() {
        frozenAndPlanned();
        round.list();
        draw();
        long stranger = round.cast.player("Kollega", Role.PROGRAMME_OFFICER, round.agency);
        for (java.util.function.Supplier<?> look : List.<java.util.function.Supplier<?>>of(
                () -> round.bean(Allotting.class).allotment(round.id),
                () -> round.bean(Allotting.class).list(round.id),
                () -> round.bean(Allotting.class).commitment(round.id),
                () -> round.bean(Planning.class).versions(round.id))) {
            assertThatThrownBy(() -> round.as(stranger, look::get))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        }
    }
}
