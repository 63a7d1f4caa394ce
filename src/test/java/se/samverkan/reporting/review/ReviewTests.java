package se.samverkan.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.CaseStage;
import se.samverkan.reporting.review.Review.Shown;
import se.samverkan.reporting.review.Sum.Part;
import se.samverkan.survey.VoicesHeard.Heard;
import se.samverkan.testing.SamverkanTest;

/** Each facilitator sees the own cases; the office sees all of them together, when they are enough to hide whose they are. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=reporting")
class ReviewTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
    }

    private long facilitator(long id) {
        long facilitator = stage.cast.person("Fia Facilitator", stage.office);
        stage.cast.behind().sql("""
                        with given as (
                            insert into access.assignment (person, role, partnership, valid_from)
                            values (%1$d, 'PROCESS_FACILITATOR', %2$d, '2020-01-01') returning id
                        ) insert into partnership.staffing (assignment, partnership) select id, %2$d from given
                        """.formatted(facilitator, id)).update();
        return facilitator;
    }

    private void met(long id) {
        long meeting = stage.cast
                .behind()
                .sql("""
                        insert into meeting.meeting (partnership, owner_organisation, organiser, name_sv, starts_at, ends_at,
                            standing, made_by)
                        values (?, ?, ?, 'Träff', now() - interval '5 days', now() - interval '4 days', 'PLANNED', ?)
                        returning id
                        """)
                .params(id, stage.office, stage.organiser, stage.officer)
                .query(Long.class)
                .single();
        stage.cast
                .behind()
                .sql("insert into meeting.invited (meeting, person, role, came) values (?, ?, 'COORDINATOR', true), "
                        + "(?, ?, 'HEAD_TEACHER', false)")
                .params(meeting, stage.coordinator, meeting, stage.headTeacher)
                .update();
        stage.cast
                .behind()
                .sql("update meeting.meeting set standing = 'CLOSED' where id = ?")
                .param(meeting)
                .update();
    }

    @Test
    void showsAFacilitatorTheOwnCasesAndTheOfficeOnlyAllOfThemTogether() {
        long id = stage.taken();
        long facilitator = facilitator(id);
        met(id);
        Shown own = stage.as(facilitator, () -> stage.bean(Review.class).shown());
        assertThat(own.mine().meetings()).isOne();
        assertThat(own.mine().share()).hasValue(50);
        assertThat(own.all()).isEmpty();
        String page = CaseStage.text(stage.asks(facilitator, MockMvcRequestBuilders.get("/portfolio/review")));
        assertThat(page).contains("Åkommunen", "50 procent");
        String office = CaseStage.text(stage.asks(stage.officer, MockMvcRequestBuilders.get("/portfolio/review")));
        assertThat(office)
                .as("one case would say whose it is")
                .contains("När de är minst".toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("Fia Facilitator", "50 procent");
        assertThat(stage.asks(stage.headTeacher, MockMvcRequestBuilders.get("/portfolio/review"))
                        .getStatus())
                .isEqualTo(403);
    }

    private void heard(long id, int answers) {
        stage.cast.behind().sql("""
                        with asked as (
                            insert into survey.survey (partnership, owner_organisation, organiser, unit, audience, question_set, title,
                                last_day, threshold, code, standing, closed_on, made_by)
                            select %1$d, p.organiser, p.organiser, n.unit, 'STAFF', '10-staff-compulsory', 'Enkät', access.today(), 5,
                                translate(substr(md5(random()::text), 1, 8), '01', '23'), 'CLOSED', access.today(), %3$d
                            from partnership.participation n join partnership.partnership p on p.id = n.partnership
                            where n.partnership = %1$d limit 1
                            returning id)
                        insert into survey.result (survey, whole, closed_by) select id, '{"answers": %2$d}', %3$d from asked
                        """.formatted(id, answers, stage.officer)).update();
    }

    @Test
    void countsTheVoicesOfWholeCasesAndOnlyWhereEnoughAnswered() {
        long id = stage.taken();
        long facilitator = facilitator(id);
        heard(id, 12);
        heard(id, 4);
        Shown own = stage.as(facilitator, () -> stage.bean(Review.class).shown());
        assertThat(own.mine().heard()).isEqualTo(new Heard(0, 1, 12, 0));
        assertThat(CaseStage.text(stage.asks(facilitator, MockMvcRequestBuilders.get("/portfolio/review"))))
                .contains("12 svar i en enkät");
    }

    @Test
    void addsUpAndTakesTheMedian() {
        Sum sum = Sum.of(List.of(
                new Part(2, 10, 8, new Heard(1, 1, 12, 0), OptionalInt.of(30)),
                new Part(1, 0, 0, Heard.nobody(2), OptionalInt.empty()),
                new Part(3, 10, 7, new Heard(3, 2, 40, 1), OptionalInt.of(90)),
                new Part(0, 0, 0, Heard.nobody(4), OptionalInt.of(40))));
        assertThat(sum.cases()).isEqualTo(4);
        assertThat(sum.meetings()).isEqualTo(6);
        assertThat(sum.share()).hasValue(75);
        assertThat(sum.heard().surveys()).isEqualTo(3);
        assertThat(sum.heard().answers()).isEqualTo(52);
        assertThat(sum.heard().rounds()).isOne();
        assertThat(sum.medianDays()).hasValue(40);
    }
}
