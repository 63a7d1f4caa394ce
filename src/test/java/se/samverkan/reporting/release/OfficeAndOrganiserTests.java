package se.samverkan.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.partnership.takeover.TakeoverDraft;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.reporting.release.Releases.Proposal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/**
 * An organiser's nine schools are among the twelve of its office. Neither number is of few; but whoever reads both knows that the others
 * have three.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=programme-report")
class OfficeAndOrganiserTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private long big;
    private long ofOffice;
    private long ofOrganiser;

    @BeforeEach
    void twelveSchools() {
        stage = new CaseStage(application);
        big = stage.cast.organisation("Storkommunen");
        cases(big, 9);
        cases(stage.cast.organisation("Lillkommunen"), 3);
        ofOffice = stage.cast.player("Ulla Utgivare", Role.PUBLISHER, stage.office);
        ofOrganiser = stage.cast.player("Ulf Utgivare", Role.PUBLISHER, big);
    }

    private void cases(long organiser, int schools) {
        TakeoverDraft like = stage.draft();
        Set<Long> units = new HashSet<>();
        for (int school = 1; school <= schools; school++) {
            units.add(stage.cast.unit("Skola " + school, organiser));
        }
        stage.taken(new TakeoverDraft(
                like.owner(),
                organiser,
                like.variant(),
                like.firstTerm(),
                like.started(),
                units,
                like.begun(),
                like.words()));
    }

    private Releases releases() {
        return stage.bean(Releases.class);
    }

    private Proposal proposal(long publisher, long organisation) {
        return stage.as(publisher, () -> releases().proposal(organisation, CaseStage.VARIANT, Topic.UNITS));
    }

    private void releases(long publisher, long organisation) {
        Proposal proposal = proposal(publisher, organisation);
        assertThat(proposal.trial().passes()).isTrue();
        stage.does(
                publisher,
                () -> releases()
                        .release(
                                organisation, CaseStage.VARIANT, Topic.UNITS, proposal.masked(), new FreeText("", "")));
    }

    private MockHttpServletResponse triesNothingMasked(long publisher, long organisation) {
        return stage.asks(
                publisher,
                MockMvcRequestBuilders.post("/releases/" + organisation + "/" + CaseStage.VARIANT + "/units")
                        .param("version", "0")
                        .param("once", java.util.UUID.randomUUID().toString())
                        .param("chosen", "true"));
    }

    @Test
    void refusesTheOrganisersTableBesideThatOfItsOfficeAndSaysWhy() {
        releases(ofOffice, stage.office);
        MockHttpServletResponse answer = triesNothingMasked(ofOrganiser, big);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer))
                .contains("det som blir kvar bygger på för få", "version 1 (Kontoret")
                .contains("Provlän, Skolor");
        assertThat(proposal(ofOrganiser, big).masked()).isNotEmpty();
        releases(ofOrganiser, big);
    }

    @Test
    void refusesTheOfficesTableBesideThatOfAnOrganiser() {
        releases(ofOrganiser, big);
        MockHttpServletResponse answer = triesNothingMasked(ofOffice, stage.office);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer)).contains("det som blir kvar bygger på för få", "version 1 (Storkommunen)");
        releases(ofOffice, stage.office);
    }

    @Test
    void isNotTriedWithAnotherOfficesTables() {
        releases(ofOrganiser, big);
        long other = stage.cast.player("Annan Utgivare", Role.PUBLISHER, stage.cast.agency("Annat kontor"));
        assertThat(beside(other, stage.office)).isEmpty();
        assertThat(beside(ofOffice, stage.office)).hasSize(1);
        assertThat(beside(stage.headTeacher, stage.office)).isEmpty();
    }

    @Test
    void letsNobodyReadWhatATableWasMadeOf() {
        releases(ofOrganiser, big);
        for (String sql : List.of(
                "select count(*) from reporting.release_count",
                "select count(*) from partnership.programmes_beside(%d, 'ksbs')".formatted(stage.office))) {
            assertThatThrownBy(() -> inTransaction(
                            ofOrganiser,
                            () -> stage.bean(JdbcClient.class)
                                    .sql(sql)
                                    .query(Long.class)
                                    .single()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private List<Long> beside(long person, long organisation) {
        return inTransaction(
                person,
                () -> stage.bean(JdbcClient.class)
                        .sql("select release from reporting.releases_beside(?, ?)")
                        .params(organisation, CaseStage.VARIANT)
                        .query(Long.class)
                        .list());
    }

    private <T> T inTransaction(long person, Supplier<T> question) {
        return stage.as(
                person,
                () -> java.util.Objects.requireNonNull(
                        stage.bean(TransactionTemplate.class).execute(ignored -> question.get())));
    }
}
