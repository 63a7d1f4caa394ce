package se.samverkan.partnership.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.testing.SamverkanTest;

/** The rows of offers and answers, asked in SQL past every door: who sees them, and what nobody can do to them. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class OfferRowsTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private OfferStage stage;

    @BeforeEach
    void people() {
        stage = new OfferStage(application);
    }

    @Test
    void ofADraftAreSeenByThoseWhoMakeItOnly() {
        long offer = stage.made(stage.draft(OfferStage.TWO, stage.first));
        assertThat(units(stage.officer, offer)).isOne();
        for (long other : List.of(stage.director, stage.headTeacher, stage.areaHead, stage.neighbour)) {
            assertThat(units(other, offer)).isZero();
            assertThat(count(other, "offer where id = " + offer)).isZero();
        }
    }

    @Test
    void onceSentAreSeenByTheOrganiserAndEachUnitsOwn() {
        long offer = stage.sent(OfferStage.TWO);
        stage.says(stage.areaHead, offer, Answer.yes(stage.key(stage.first)), Answer.yes(stage.key(stage.second)));
        for (long whole : List.of(stage.officer, stage.director, stage.coordinator, stage.areaHead)) {
            assertThat(units(whole, offer)).isEqualTo(2);
            assertThat(count(whole, "approval")).isEqualTo(2);
        }
        assertThat(units(stage.headTeacher, offer)).isOne();
        assertThat(count(stage.headTeacher, "approval")).isOne();
        for (long stranger : stage.strangers()) {
            for (String table : List.of("offer", "offered_unit", "asked", "approval", "prolongation")) {
                assertThat(count(stranger, table)).as(table).isZero();
            }
        }
    }

    @Test
    void ofAnswersAreWrittenByThoseWhoAreAskedForTheOwnUnitAndInTime() {
        long offer = stage.sent(OfferStage.TWO);
        long first = offered(offer, stage.first);
        long second = offered(offer, stage.second);
        assertThat(approving(stage.headTeacher, second, "HEAD_TEACHER")).contains("row-level security");
        assertThat(approving(stage.headTeacher, first, "AREA_HEAD")).contains("row-level security");
        assertThat(approving(stage.director, first, "HEAD_TEACHER")).contains("row-level security");
        assertThat(approving(stage.officer, first, "HEAD_TEACHER")).contains("row-level security");
        stage.passDay(offer);
        assertThat(approving(stage.headTeacher, first, "HEAD_TEACHER")).contains("row-level security");
    }

    @Test
    void ofAnswersStand() {
        long offer = stage.sent(OfferStage.TWO);
        stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.first)));
        assertThat(refused(stage.headTeacher, "update partnership.approval set answer = 'NO'"))
                .contains("permission denied");
        assertThat(refused(stage.headTeacher, "delete from partnership.approval"))
                .contains("permission denied");
        assertThat(refused(stage.headTeacher, "select partnership.move_unit(1, 1, 'RUNNING', '', '', '')"))
                .contains("permission denied");
    }

    @Test
    void ofUnitsAreNotMovedByThoseWhoAnswer() {
        long offer = stage.sent(OfferStage.TWO);
        long partnership = stage.read(offer).partnership();
        assertThat(as(
                        stage.headTeacher,
                        () -> database.sql(
                                        "update partnership.participation set standing = 'RUNNING' where partnership = ?")
                                .param(partnership)
                                .update()))
                .isZero();
        assertThat(refused(
                        stage.headTeacher,
                        "insert into partnership.decision (partnership, unit, kind, day) values (" + partnership + ", "
                                + stage.first + ", 'ACCEPTED', current_date)"))
                .contains("row-level security");
    }

    @Test
    void ofASentOfferTakeNoMoreUnitsAndNobodyMoreIsAsked() {
        long offer = stage.sent(stage.draft(OfferStage.TWO, stage.first));
        assertThat(refused(
                        stage.officer,
                        "insert into partnership.offered_unit (offer, unit, level) values (" + offer + ", "
                                + stage.second + ", 'SCHOOL')"))
                .contains("row-level security");
        assertThat(refused(
                        stage.officer,
                        "insert into partnership.asked values (" + offered(offer, stage.first)
                                + ", 'EDUCATION_DIRECTOR', 9, false)"))
                .contains("row-level security");
    }

    @Test
    void ofReasonsAreNotReadByTheSchoolBeside() {
        long offer = stage.sent(OfferStage.TWO);
        stage.says(stage.headTeacher, offer, Answer.no(stage.key(stage.first), AnswerReason.TIME, "Personligt."));
        String declined = "decision where kind = 'DECLINED' and unit = " + stage.first;
        assertThat(count(stage.headTeacher, declined)).isOne();
        assertThat(count(stage.director, declined)).isOne();
        assertThat(count(stage.otherHeadTeacher, declined)).isZero();
    }

    private long offered(long offer, long unit) {
        return stage.count("select id from partnership.offered_unit where offer = " + offer + " and unit = " + unit);
    }

    private String approving(long person, long offered, String role) {
        return refused(
                person,
                "insert into partnership.approval (offered_unit, role, answer) values (" + offered + ", '" + role
                        + "', 'YES')");
    }

    private int units(long person, long offer) {
        return count(person, "offered_unit where offer = " + offer);
    }

    private int count(long person, String table) {
        return as(
                person,
                () -> database.sql("select count(*) from partnership." + table)
                        .query(Integer.class)
                        .single());
    }

    private String refused(long person, String sql) {
        Throwable refused = catchThrowable(() -> as(
                person,
                () -> sql.startsWith("select")
                        ? database.sql(sql).query((row, n) -> 1).list().size()
                        : database.sql(sql).update()));
        assertThat(refused).as(sql).isNotNull();
        return Objects.requireNonNull(
                NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
    }

    private <T> T as(long person, Supplier<T> deed) {
        return stage.as(
                person,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> deed.get())));
    }
}
