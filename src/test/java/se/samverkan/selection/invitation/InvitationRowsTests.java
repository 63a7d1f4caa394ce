package se.samverkan.selection.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** The rows of invitations and proposals, asked in SQL past every door: who sees them, and what nobody can do to them. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class InvitationRowsTests {

    private static final List<String> TABLES =
            List.of("invitation", "invited_form", "invited_unit", "exclusion_request", "exclusion_answer");

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private InvitationStage stage;
    private RoundOfFigures round;
    private long invitation;
    private long unit;

    @BeforeEach
    void anInvitation() {
        stage = new InvitationStage(application);
        round = stage.round;
        invitation = stage.invite(stage.invited);
        unit = stage.invited.units().getFirst().unit();
    }

    @Test
    void areSeenByTheRoundsPeopleAndTheInvitedOnly() {
        long request = stage.propose(invitation);
        stage.does(round.officer, () -> stage.requests().accept(round.id, request));

        for (String table : TABLES) {
            for (long knows : List.of(round.officer, stage.director, stage.coordinator)) {
                assertThat(seen(knows, table)).as(table).isPositive();
            }
            for (long stranger : List.of(
                    stage.neighbour,
                    stage.player("Asta", Role.ADMINISTRATOR, stage.invited),
                    stage.player("Rune Rektor", Role.HEAD_TEACHER, stage.invited),
                    round.cast.player("Kollega", Role.PROGRAMME_OFFICER, round.agency))) {
                assertThat(seen(stranger, table)).as(table).isZero();
            }
        }
    }

    private int seen(long person, String table) {
        String column = table.equals("invitation") ? "id" : "invitation";
        return as(
                person,
                () -> database.sql("select count(*) from selection." + table + " where " + column + " = ?")
                        .param(invitation)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void openNothingElseOfTheRoundToTheInvited() {
        for (String table : List.of("round", "participant", "criteria", "criterion", "exclusion", "round_form")) {
            assertThat(as(
                            stage.director,
                            () -> database.sql("select count(*) from selection." + table)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
        }
        assertThat(as(
                        stage.director,
                        () -> database.sql("select count(*) from selection.people(?)")
                                .param(round.id)
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void takeAProposalOnlyFromTheInvitedAboutWhatConcernsThem() {
        long elsewhere = stage.other.units().getFirst().unit();
        assertThat(proposing(stage.neighbour, unit)).contains("row-level security");
        assertThat(proposing(round.officer, unit)).contains("row-level security");
        assertThat(proposing(stage.director, elsewhere)).contains("row-level security");
        stage.passDay();
        assertThat(proposing(stage.director, unit)).contains("row-level security");
    }

    private String proposing(long person, long unit) {
        return refused(
                person,
                "insert into selection.exclusion_request (invitation, round, unit, reason) values (%d, %d, %d, 'CLOSING')"
                        .formatted(invitation, round.id, unit));
    }

    @Test
    void areNeitherSentByOthersNorAddedToNorChanged() {
        assertThat(refused(stage.director, """
                        insert into selection.invitation (round, organiser, organiser_name, owner_organisation, owner_name,
                            name, purpose, variant, cohort, last_day)
                        values (%d, %d, '', %d, '', '', '', '', '', current_date + 9)
                        """.formatted(
                                round.id, stage.other.organiser().id(), round.agency)))
                .contains("row-level security");
        assertThat(refused(
                        round.officer,
                        "insert into selection.invited_unit values (%d, 'COMPULSORY', %d, 'x', 'x')"
                                .formatted(
                                        invitation,
                                        stage.other.units().getFirst().unit())))
                .contains("row-level security");
        assertThat(refused(round.officer, "update selection.invitation set last_day = last_day + 1"))
                .contains("permission denied");
        assertThat(refused(round.officer, "delete from selection.invitation")).contains("permission denied");
    }

    @Test
    void areAnsweredByThoseWhoPrepareAndOnce() {
        long request = stage.propose(invitation);
        String answer =
                "insert into selection.exclusion_answer (request, invitation, round, words) values (%d, %d, %d, 'Nej')"
                        .formatted(request, invitation, round.id);
        assertThat(refused(stage.director, answer)).contains("row-level security");
        stage.does(round.officer, () -> stage.requests().decline(round.id, request, new FreeText("Nej", "")));
        assertThat(refused(round.officer, answer)).contains("duplicate key");
        assertThat(as(
                        stage.director,
                        () -> database.sql(
                                        "update selection.exclusion_request set withdrawn_by = access.person(), withdrawn_at = now()"
                                                + " where id = ?")
                                .param(request)
                                .update()))
                .as("taken back after the answer")
                .isZero();
    }

    @Test
    void standStillOnceTheBasisIsFrozenAndKeepItOpenWhileSomebodyWaits() {
        long request = stage.propose(invitation);
        assertThat(refused(
                        round.officer,
                        "insert into selection.basis (round, version, criteria_version, last_import, content) values ("
                                + round.id + ", 1, 1, 0, 'Prov')"))
                .contains("an organiser waits for an answer");
        stage.does(round.officer, () -> stage.requests().accept(round.id, request));
        round.freeze();

        assertThat(proposing(stage.director, stage.invited.units().getLast().unit()))
                .contains("the basis of the round is frozen");
    }

    private String refused(long person, String sql) {
        StringBuilder said = new StringBuilder();
        assertThatThrownBy(() -> as(person, () -> database.sql(sql).update()))
                .rootCause()
                .satisfies(cause -> said.append(cause.getMessage()));
        return said.toString();
    }

    private <T> T as(long person, java.util.function.Supplier<T> deed) {
        return round.as(
                person,
                () -> java.util.Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(status -> deed.get())));
    }
}
