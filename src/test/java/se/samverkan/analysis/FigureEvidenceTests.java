package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.analysis.chain.Part;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Intake;
import se.samverkan.statistics.Intake.Provenance;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;
import se.samverkan.testing.SamverkanTest;

/** A published figure becomes evidence as it was known, and is seen to be another when its source has revised it. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class FigureEvidenceTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private String school;
    private Period period;

    @BeforeEach
    void aSchoolWithAFigure() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        school = stage.running
                .cast
                .behind()
                .sql("select key from organisation.unit where id = ?")
                .param(stage.unit)
                .query(String.class)
                .single();
        period = Period.schoolYear(LocalDate.now().getYear() - 2);
        publish(new Figure.Exact(62.5, "62,5"));
    }

    private void publish(Figure figure) {
        stage.bean(ActingAs.class)
                .console(() -> stage.bean(TransactionTemplate.class)
                        .execute(status -> stage.bean(Intake.class)
                                .take(
                                        Stream.of(new Observation(
                                                new Subject.OfUnit(school),
                                                "gr9-passed-all",
                                                Breakdown.ALL,
                                                period,
                                                figure,
                                                48)),
                                        new Provenance(
                                                "test", "SKOLVERKET", LocalDate.of(2026, 10, 1), new byte[32]))));
    }

    private String key() {
        return "gr9-passed-all ALL ALL " + period.key();
    }

    private long taken(long problem) {
        MockHttpServletResponse answer = stage.sends(
                stage.member,
                "/analyses/" + id + "/figures",
                "version",
                "0",
                "under",
                Long.toString(problem),
                "chosen",
                key());
        assertThat(answer.getStatus()).isEqualTo(303);
        return stage.chain(id).below(problem).getFirst().id();
    }

    @Test
    void isChosenFromAListAndKeptAsItWasKnown() {
        assertThat(stage.page(stage.member, "/analyses/" + id + "/figures")).contains("62,5", "Godkänt i alla ämnen");
        long problem = stage.problem(id, "Många når inte målen");
        long taken = taken(problem);
        Part evidence = stage.chain(id).find(taken).orElseThrow();

        assertThat(evidence.figure().orElseThrow().figure()).isEqualTo(new Figure.Exact(62.5, "62,5"));
        assertThat(evidence.title()).contains("62,5");
        assertThat(stage.page(stage.member, "/analyses/" + id)).doesNotContain("Inget underlag visar problemet");
    }

    @Test
    void showsBothWhenItsSourceHasRevisedIt() {
        long problem = stage.problem(id, "Många når inte målen");
        long evidence = taken(problem);
        assertThat(stage.page(stage.member, "/analyses/" + id)).doesNotContain("siffran är rättad");
        publish(new Figure.Exact(71.0, "71,0"));

        assertThat(stage.page(stage.member, "/analyses/" + id)).contains("siffran är rättad");
        assertThat(stage.page(stage.member, "/analyses/" + id + "/parts/" + evidence))
                .contains("62,5", "Nu är den: 71,0", "bygger på den gamla");
    }

    @Test
    void saysSoWhenNoFigureIsChosen() {
        assertThat(stage.sends(stage.member, "/analyses/" + id + "/figures", "version", "0", "under", "", "chosen", "")
                        .getStatus())
                .isEqualTo(422);
    }
}
