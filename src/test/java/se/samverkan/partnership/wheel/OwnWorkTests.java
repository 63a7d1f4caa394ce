package se.samverkan.partnership.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.CaseStage;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Steps;
import se.samverkan.testing.SamverkanTest;

/** An organiser runs its own quality work for all its units, with a variant of data and no other party. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class OwnWorkTests {

    private static final String VARIANT = "quality-work";

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private CaseStage stage;
    private OwnWork work;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
        work = stage.bean(OwnWork.class);
    }

    private long started() {
        return stage.as(stage.coordinator, () -> work.start(stage.organiser, VARIANT));
    }

    private PartnershipView read(long id) {
        return stage.as(
                stage.coordinator,
                () -> stage.bean(se.samverkan.partnership.Partnerships.class)
                        .find(id)
                        .orElseThrow());
    }

    @Test
    void startsForAllUnitsInOneClickWithoutAnyOtherParty() {
        assertThat(CaseStage.text(stage.asks(stage.coordinator, MockMvcRequestBuilders.get("/quality"))))
                .contains("Eget kvalitetsarbete", "Starta för alla enheter");
        var answer = stage.asks(
                stage.coordinator,
                MockMvcRequestBuilders.post("/quality")
                        .param("version", "0")
                        .param("once", java.util.UUID.randomUUID().toString())
                        .param("organiser", Long.toString(stage.organiser))
                        .param("variant", VARIANT));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/quality");
        PartnershipView view = stage.as(stage.coordinator, work::running).getFirst();
        assertThat(view.owner()).isEqualTo(stage.organiser);
        assertThat(view.standing()).isEqualTo(Standing.RUNNING);
        assertThat(view.units()).extracting(PartnershipView.Participant::name).contains("Björkskolan", "Ekskolan");
    }

    @Test
    void showsWhatEachUnitDoesMonthByMonth() {
        long id = started();
        String page = stage.page(stage.coordinator, "/" + id + "/wheel");
        assertThat(page).contains("Planera läsåret", "Följ upp hösten", "Bestäm vad ni utvecklar", "Ekskolan");
        stage.does(stage.headTeacher, () -> stage.bean(Steps.class).mark(id, stage.first, "first-half", "plan"));
        assertThat(stage.page(stage.coordinator, "/" + id + "/wheel")).contains("1 av 2 klara");
        assertThat(stage.page(stage.coordinator, "/" + id)).contains("Se årshjulet");
    }

    @Test
    void isTheOrganisersAloneAndIsNotThereForAnyOffice() {
        long id = started();
        for (long other : java.util.List.of(stage.officer, stage.stranger, stage.neighbour)) {
            assertThat(stage.asks(other, MockMvcRequestBuilders.get("/partnerships/" + id + "/wheel"))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(stage.page(stage.headTeacher, "/" + id + "/wheel")).contains("Ekskolan");
    }

    @Test
    void isStartedByItsOwnCoordinatorAndOnceAtATime() {
        started();
        assertThat(stage.reason(stage.coordinator, () -> work.start(stage.organiser, VARIANT)))
                .isEqualTo("partnership.wheel.refusal.already");
        assertThat(stage.reason(stage.neighbour, () -> work.start(stage.organiser, VARIANT)))
                .isEqualTo("refusal.verb.COORDINATE_PARTNERSHIP");
        assertThat(stage.reason(stage.coordinator, () -> work.start(stage.organiser, "ksbs")))
                .isEqualTo("partnership.wheel.refusal.variant");
    }

    @Test
    void isStartedInNobodyElsesNameWhateverTheDoor() {
        Throwable thrown = catchThrowable(() -> stage.does(
                stage.coordinator,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> database.sql("""
                                insert into partnership.partnership (owner_organisation, organiser, variant, variant_version,
                                    first_term, standing, told_at) values (?, ?, 'quality-work', 1, 20264, 'RUNNING', now())
                                """)
                                .params(stage.office, stage.organiser)
                                .update())));
        assertThat(thrown).hasStackTraceContaining("row-level security");
    }
}
