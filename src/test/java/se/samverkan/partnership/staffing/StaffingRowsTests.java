package se.samverkan.partnership.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** Staffing with bad intent, in SQL past every door: nobody gets or gives a role beyond what the own verb says. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class StaffingRowsTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private RunningCase stage;
    private RunningCase other;

    @BeforeEach
    void twoCases() {
        stage = new RunningCase(application);
        other = new RunningCase(application);
    }

    private static String give(long partnership, long person, String role, String unit) {
        return "select partnership.staff(%d, %d, '%s', %s, null, access.today(), null)"
                .formatted(partnership, person, role, unit);
    }

    @Test
    void giveNoRoleInAnothersCase() {
        for (String role : List.of("PROCESS_FACILITATOR", "ANALYST", "RESEARCHER")) {
            assertThat(refused(stage.officer, give(other.id, stage.officer, role, "null")))
                    .as(role)
                    .contains("not a role that the actor may give");
        }
        for (long person : List.of(stage.director, stage.coordinator, stage.headTeacher)) {
            assertThat(refused(person, give(other.id, person, "WORKING_GROUP", Long.toString(other.school))))
                    .contains("not a role that the actor may give");
            assertThat(refused(person, give(other.id, person, "COORDINATOR", "null")))
                    .contains("not a role that the actor may give");
        }
    }

    @Test
    void giveNoRoleThatIsNotACases() {
        for (Role role : Role.values()) {
            if (!StaffingRights.GIVEN.contains(role)) {
                for (long person : List.of(stage.officer, stage.director, stage.coordinator, stage.headTeacher)) {
                    assertThat(refused(person, give(stage.id, person, role.name(), "null")))
                            .as(role.name())
                            .contains("not a role that the actor may give");
                }
            }
        }
        assertThat(refused(stage.coordinator, give(stage.id, stage.coordinator, "PROCESS_FACILITATOR", "null")))
                .contains("not a role that the actor may give");
        assertThat(refused(stage.headTeacher, give(stage.id, stage.headTeacher, "COORDINATOR", "null")))
                .contains("not a role that the actor may give");
    }

    @Test
    void reachNoUnitBesideTheCase() {
        long beside = stage.cast.unit("Utanför", stage.organiser);
        for (long unit : List.of(other.school, beside)) {
            assertThat(refused(
                            stage.coordinator, give(stage.id, stage.coordinator, "WORKING_GROUP", Long.toString(unit))))
                    .contains("not a role that the actor may give");
        }
        assertThat(refused(
                        stage.headTeacher,
                        give(stage.id, stage.headTeacher, "WORKING_GROUP", Long.toString(stage.otherSchool))))
                .contains("not a role that the actor may give");
        assertThat(refused(stage.officer, give(stage.id, stage.officer, "PROCESS_FACILITATOR", "" + other.school)))
                .contains("not a role that the actor may give");
    }

    @Test
    void openTheCaseAndNothingElseOfTheOrganiser() {
        long person = stage.cast.person("Pia", stage.agency);
        stage.as(stage.officer, () -> one(give(stage.id, person, "PROCESS_FACILITATOR", "" + stage.school)));

        assertThat(in(person, () -> one("select access.seen_organisations()::text")))
                .isEqualTo("{}");
        assertThat(in(person, () -> one("select access.seen_units()::text"))).isEqualTo("{}");
        assertThat(in(person, () -> one("select partnership.known()::text"))).isEqualTo("{" + stage.id + "}");
        assertThat(in(person, () -> one("select count(*)::text from partnership.people(" + other.id + ")")))
                .isEqualTo("0");
    }

    @Test
    void areNotWrittenPastTheFunctions() {
        assertThat(refused(stage.officer, """
                        insert into access.assignment (person, role, partnership, valid_from)
                        values (%d, 'PROCESS_FACILITATOR', %d, access.today()) returning id
                        """.formatted(stage.officer, stage.id)))
                .contains("row-level security");
        assertThat(refused(
                        stage.officer,
                        "select access.give_in_case(%d, 'ADMINISTRATOR', null, null, %d, access.today(), null)"
                                .formatted(stage.officer, stage.id)))
                .contains("row-level security");
        assertThat(refused(stage.officer, """
                        insert into partnership.staffing (assignment, partnership)
                        select id, %d from access.assignment limit 1 returning 1
                        """.formatted(stage.id))).contains("permission denied");
    }

    @Test
    void areNotMovedByOthers() {
        long person = stage.cast.person("Pia", stage.agency);
        String given = stage.as(stage.officer, () -> one(give(stage.id, person, "PROCESS_FACILITATOR", "null")));
        String move = "select partnership.restaff(%s, 0, null, access.today(), 'infinity')".formatted(given);
        for (long somebody : List.of(person, stage.director, stage.headTeacher, other.officer)) {
            assertThat(refused(somebody, move)).contains("not a role that the actor may change");
        }
        String head = stage.cast
                .behind()
                .sql("select id::text from access.assignment where person = ?")
                .param(stage.headTeacher)
                .query(String.class)
                .single();
        assertThat(refused(
                        stage.officer, "select partnership.restaff(%s, 0, null, access.today(), null)".formatted(head)))
                .as("a role that no case gave")
                .contains("not a role that the actor may change");
    }

    @Test
    void enterNobodyForAnotherOrganisationAndHandNoLinkToASignInThatIsThere() {
        String enter =
                "select linked::text from access.enter_for_case('X', '%s', 'sv', %d, sha256('%s'), interval '1 day')";
        assertThat(refused(stage.headTeacher, enter.formatted("x@prov.example", other.organiser, "a")))
                .contains("not an organisation");
        assertThat(refused(stage.officer, enter.formatted("x@prov.example", stage.organiser, "a")))
                .contains("not an organisation");
        String known = stage.cast
                .behind()
                .sql("select email from access.person where id = ?")
                .param(other.officer)
                .query(String.class)
                .single();
        assertThat(in(stage.officer, () -> one(enter.formatted(known, stage.agency, "b"))))
                .isEqualTo("false");
        assertThat(stage.cast
                        .behind()
                        .sql("select count(*) from access.one_time_link where person = ?")
                        .param(other.officer)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private <T> T in(long person, Supplier<T> deed) {
        return stage.as(person, () -> new TransactionTemplate(transactions).execute(status -> deed.get()));
    }

    private String one(String sql) {
        return new TransactionTemplate(transactions)
                .execute(status -> database.sql(sql).query(String.class).single());
    }

    private String refused(long person, String sql) {
        Throwable refusal = catchThrowable(() -> stage.as(person, () -> one(sql)));
        assertThat(refusal).as(sql).isNotNull();
        Throwable cause = refusal;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
