package se.samverkan.reporting.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.reporting.concern.Concern.Standing;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A concern is seen by the side that raised it, by both where it is shared, and says by whom, when and what was done. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=reporting")
class ConcernTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private Concerns concerns;
    private long id;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
        concerns = stage.bean(Concerns.class);
        id = stage.taken();
    }

    private long raised(long person, boolean shared) {
        return stage.as(
                person,
                () -> concerns.raise(
                        id, Optional.of(stage.first), shared, new FreeText("Ingen har tid för träffarna.", "")));
    }

    private int status(long person, long concern) {
        return stage.asks(person, MockMvcRequestBuilders.get("/partnerships/" + id + "/concerns/" + concern))
                .getStatus();
    }

    private MockHttpServletResponse sends(long person, long concern, int version, String deed, String words) {
        return stage.asks(
                person,
                MockMvcRequestBuilders.post("/partnerships/" + id + "/concerns/" + concern)
                        .param("version", Integer.toString(version))
                        .param("once", java.util.UUID.randomUUID().toString())
                        .param("deed", deed)
                        .param("words", words));
    }

    private void does(long person, long concern, String deed) {
        int version = stage.as(person, () -> concerns.concern(id, concern)).version();
        stage.does(person, () -> concerns.does(id, concern, version, deed, new FreeText("Vi har pratat.", "")));
    }

    @Test
    void isTheSidesOwnUntilItIsShared() {
        long offices = raised(stage.officer, false);
        assertThat(status(stage.officer, offices)).isEqualTo(200);
        assertThat(status(stage.coordinator, offices)).isEqualTo(404);
        assertThat(status(stage.headTeacher, offices)).isEqualTo(404);
        long organisers = raised(stage.headTeacher, false);
        assertThat(status(stage.coordinator, organisers)).isEqualTo(200);
        assertThat(status(stage.officer, organisers)).isEqualTo(404);
        does(stage.officer, offices, "SHARED");
        assertThat(status(stage.coordinator, offices)).isEqualTo(200);
        assertThat(stage.page(stage.headTeacher, "/" + id + "/concerns")).contains("Båda sidor ser den.");
        for (long other : List.of(stage.stranger, stage.neighbour)) {
            assertThat(status(other, offices)).isEqualTo(404);
        }
    }

    @Test
    void isOfItsUnitAndNotOfTheUnitBesideIt() {
        long other = stage.cast.person("Rolf Rektor", stage.organiser);
        stage.cast.assign(other, Role.HEAD_TEACHER, stage.organiser, stage.second);
        long concern = raised(stage.headTeacher, true);
        assertThat(status(other, concern)).isEqualTo(404);
        assertThat(stage.page(other, "/" + id)).doesNotContain("Ingen har tid");
    }

    @Test
    void isAnsweredEscalatedAndClosedWithWhoWhenAndWhat() {
        long concern = raised(stage.headTeacher, true);
        does(stage.coordinator, concern, "ANSWERED");
        does(stage.officer, concern, "ESCALATED");
        does(stage.officer, concern, "CLOSED");
        Concern read = stage.as(stage.headTeacher, () -> concerns.concern(id, concern));
        assertThat(read.standing()).isEqualTo(Standing.CLOSED);
        assertThat(read.steps())
                .extracting(Concern.Step::by)
                .containsExactly("Sam Samordnare", "Hanna Handläggare", "Hanna Handläggare");
        assertThat(read.deeds()).isEmpty();
        assertThat(stage.page(stage.headTeacher, "/" + id + "/concerns/" + concern))
                .contains("Lyftes högre upp", "Vi har pratat.", "Rut Rektor");
        assertThat(stage.reason(
                        stage.officer,
                        () -> concerns.does(id, concern, read.version(), "ANSWERED", new FreeText("Mer", ""))))
                .isEqualTo("reporting.concern.refusal.not-now");
    }

    @Test
    void isHandledByThoseWhoKeepTheCaseMovingAndOneAtATime() {
        long concern = raised(stage.headTeacher, true);
        assertThat(stage.reason(
                        stage.headTeacher, () -> concerns.does(id, concern, 0, "CLOSED", new FreeText("Klart", ""))))
                .isEqualTo("reporting.concern.refusal.not-yours");
        does(stage.coordinator, concern, "ANSWERED");
        MockHttpServletResponse late = sends(stage.officer, concern, 0, "ESCALATED", "Mitt svar");
        assertThat(late.getStatus()).isIn(302, 409);
        assertThat(stage.as(stage.officer, () -> concerns.concern(id, concern)).steps())
                .isNotEmpty();
    }

    @Test
    void waitsForThoseWhoHandleItAndStandsOnTheCase() {
        raised(stage.officer, false);
        assertThat(stage.as(stage.officer, () -> stage.bean(ConcernToDos.class).mine()))
                .anyMatch(each -> each.concerning().equals("Ekskolan"));
        assertThat(stage.as(
                        stage.coordinator, () -> stage.bean(ConcernToDos.class).mine()))
                .isEmpty();
        assertThat(stage.page(stage.officer, "/" + id)).contains("Ingen har tid för träffarna.");
        assertThat(stage.page(stage.coordinator, "/" + id)).doesNotContain("Ingen har tid");
        assertThat(stage.cast
                        .behind()
                        .sql(
                                "select count(*) from records.audit_entry where what = 'reporting.concern-raised' and organisation = ?")
                        .param(stage.office)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void isNotRaisedWithoutWordsOrInACaseThatHasEnded() {
        assertThat(stage.reason(stage.officer, () -> concerns.raise(id, Optional.empty(), false, FreeText.NONE)))
                .isEqualTo("reporting.concern.error.words");
        stage.cast
                .behind()
                .sql("update partnership.partnership set standing = 'COMPLETED' where id = ?")
                .param(id)
                .update();
        assertThat(stage.reason(
                        stage.officer, () -> concerns.raise(id, Optional.empty(), false, new FreeText("Sent", ""))))
                .isEqualTo("reporting.concern.refusal.ended");
    }
}
