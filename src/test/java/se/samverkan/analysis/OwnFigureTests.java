package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.Period;
import se.samverkan.testing.SamverkanTest;

/** A unit counts something itself, term by term; a small group is warned about. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class OwnFigureTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private String address;
    private String value;

    @BeforeEach
    void anIndicator() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        address = "/analyses/" + id + "/own-figures";
        assertThat(stage.sends(
                                stage.member,
                                address,
                                "version",
                                "0",
                                "own-name",
                                "Elever med hög frånvaro",
                                "measure",
                                "PERCENT")
                        .getStatus())
                .isEqualTo(303);
        long indicator = stage.running
                .cast
                .behind()
                .sql("select id from analysis.own_indicator where analysis = ?")
                .param(id)
                .query(Long.class)
                .single();
        value = address + "/" + indicator + "/values/"
                + Period.termOf(LocalDate.now()).key();
    }

    private MockHttpServletResponse put(long person, String version, String number, String people, String answered) {
        return stage.sends(
                person, value, "version", version, "own-value", number, "people", people, "answered-for", answered);
    }

    @Test
    void isWrittenTermByTermAndTakenInAsEvidence() {
        assertThat(put(stage.member, "0", "12,5", "84", "").getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.member, address)).contains("12,5 %", "84").doesNotContain("liten grupp");
        assertThat(stage.sends(stage.member, value + "/evidence").getStatus()).isEqualTo(303);
        Part evidence = stage.chain(id).of(PartKind.EVIDENCE).getFirst();

        assertThat(evidence.title()).contains("Elever med hög frånvaro", "12,5 %", "av 84");
        assertThat(stage.running.told("analysis.own-value-written", stage.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void warnsOfASmallGroupAndKeepsItOnlyWhenSomebodyAnswersForIt() {
        MockHttpServletResponse warned = put(stage.member, "0", "25", "8", "");
        assertThat(warned.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(warned)).contains("Bara 8 personer", "value=\"25\"");
        assertThat(put(stage.member, "0", "25", "8", "true").getStatus()).isEqualTo(303);
        assertThat(stage.page(stage.member, address)).contains("liten grupp");
    }

    @Test
    void refusesWhatNoShareCanBe() {
        assertThat(put(stage.member, "0", "101", "84", "").getStatus()).isEqualTo(422);
        assertThat(put(stage.member, "0", "tolv", "84", "").getStatus()).isEqualTo(422);
        assertThat(put(stage.member, "0", "12", "0", "").getStatus()).isEqualTo(422);
    }

    @Test
    void showsBothToTheSecondOfTwo() {
        put(stage.member, "0", "12", "84", "");
        MockHttpServletResponse stale = stage.sends(
                stage.running.headTeacher,
                value,
                "version",
                "0",
                "own-value",
                "13",
                "people",
                "84",
                "seen.own-value",
                "",
                "seen.people",
                "");

        assertThat(stale.getStatus()).isEqualTo(409);
    }

    @Test
    void isSeenByNobodyElse() {
        put(stage.member, "0", "12", "84", "");
        assertThat(stage.status(stage.running.officer, address)).isEqualTo(404);
        assertThat(stage.status(stage.analyst, address)).isEqualTo(404);
        assertThat(put(stage.running.director, "1", "1", "84", "").getStatus()).isEqualTo(403);
        assertThat(stage.page(stage.running.director, address)).contains("12 %").doesNotContain("own-name");
    }
}
