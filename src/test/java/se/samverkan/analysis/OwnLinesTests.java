package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** Figures that a unit has in a spreadsheet are taken in as they are copied: all of them, or none with the line that is wrong. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class OwnLinesTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private String lines;

    @BeforeEach
    void anIndicator() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        String address = "/analyses/" + id + "/own-figures";
        stage.sends(stage.member, address, "version", "0", "own-name", "Hög frånvaro", "measure", "PERCENT");
        lines = address + "/"
                + stage.running
                        .cast
                        .behind()
                        .sql("select id from analysis.own_indicator where analysis = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                + "/lines";
    }

    private MockHttpServletResponse paste(String text) {
        return stage.sends(stage.member, lines, "version", "0", "lines", text);
    }

    private List<String> kept() {
        return stage.running
                .cast
                .behind()
                .sql("""
                        select v.term || ' ' || v.value || ' ' || v.people from analysis.own_value v
                        join analysis.own_indicator i on i.id = v.indicator where i.analysis = ? order by v.term
                        """)
                .param(id)
                .query(String.class)
                .list();
    }

    @Test
    void areTakenInAsTheyAreCopied() {
        assertThat(stage.page(stage.member, lines)).contains("Klistra in flera terminer", "Hög frånvaro");

        assertThat(paste("VT 2024\t12,5\t84\r\nht24; 11 ; 80\n\nVT25;9,25;82").getStatus())
                .isEqualTo(303);

        assertThat(kept()).hasSize(3).allSatisfy(each -> assertThat(each).matches("\\d+ [\\d.]+ 8\\d"));
        assertThat(paste("VT 2024;12,5;84").getStatus()).as("the same again").isEqualTo(303);
    }

    @Test
    void tellTheLineThatIsWrongAndKeepAllOfIt() {
        MockHttpServletResponse answer = paste("VT 2024;12,5;84\nHT 2024;tolv;80");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(answer)).contains("Rad 2: Skriv ett tal", "HT 2024;tolv;80");
        for (String wrong : List.of("", "VT 2024;12,5", "2024;12;80", "VT 2024;12;0", "VT 2024;101;84", "VT99;12;84")) {
            assertThat(paste(wrong).getStatus()).as(wrong).isEqualTo(422);
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void areRefusedOfASmallGroupAndWhereThereIsAnotherValue() {
        assertThat(RunningCase.text(paste("VT 2024;12,5;84\nHT 2024;12,5;7"))).contains("Bara 7 personer");
        assertThat(kept()).isEmpty();
        paste("VT 2024;12,5;84");

        assertThat(RunningCase.text(paste("HT 2024;11;80\nVT 2024;13;84"))).contains("har redan ett annat värde");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void areOfThoseWhoWriteTheAnalysis() {
        assertThat(stage.status(stage.running.otherHeadTeacher, lines)).isEqualTo(404);
        assertThat(stage.status(stage.staff, lines)).isIn(403, 404);
    }
}
