package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** All the figures of a unit's spreadsheet at once, pasted or as a file: all of them, or none with every line that is wrong. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class OwnTableTests {

    private static final String TWO = "Siffra;Räknar;Termin;Värde;Antal\r\nHög frånvaro;procent;HT 2023;12,5;84\r\n"
            + "Hög frånvaro;procent;VT 2024;11;84\r\nLäser på nivå;antal;VT24;61;75";

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private String address;
    private long id;

    @BeforeEach
    void anAnalysis() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        address = "/analyses/" + id + "/own-figures/table";
    }

    private MockHttpServletResponse paste(String text) {
        return stage.sends(stage.member, address, "version", "0", "table", text);
    }

    private List<String> kept() {
        return stage.running
                .cast
                .behind()
                .sql("""
                        select i.name || ' ' || i.measure || ' ' || v.term || ' ' || v.people from analysis.own_value v
                        join analysis.own_indicator i on i.id = v.indicator where i.analysis = ? order by i.id, v.term
                        """)
                .param(id)
                .query(String.class)
                .list();
    }

    @Test
    void addsTheFiguresThatAreNotThereAndFillsThoseThatAre() {
        stage.sends(
                stage.member,
                "/analyses/" + id + "/own-figures",
                "version",
                "0",
                "own-name",
                "Hög frånvaro",
                "measure",
                "PERCENT");

        assertThat(paste(TWO).getStatus()).isEqualTo(303);

        assertThat(kept()).hasSize(3);
        assertThat(kept().getLast()).startsWith("Läser på nivå COUNT");
        assertThat(paste(TWO).getStatus()).as("the same again").isEqualTo(303);
        assertThat(kept()).hasSize(3);
    }

    @Test
    void areReadFromAFileAsExcelWritesItInSweden() {
        MockHttpServletResponse answer = stage.running.asks(
                stage.member,
                MockMvcRequestBuilders.multipart(address)
                        .file(new MockMultipartFile(
                                "file", "siffror.csv", "text/csv", TWO.getBytes(Charset.forName("windows-1252"))))
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(kept().getFirst()).startsWith("Hög frånvaro PERCENT");
    }

    @Test
    void tellsEveryLineThatIsWrongAndKeepsWhatWasPasted() {
        MockHttpServletResponse answer =
                paste("Frånvaro;procent;HT 2023;12,5;84\nFrånvaro;kilo;HT 2022;1;84\nFrånvaro;HT 2021");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(answer))
                .contains("Rad 2: Skriv procent", "Rad 3: På raden ska stå fem saker", "Frånvaro;kilo;HT 2022;1;84");
        assertThat(kept()).isEmpty();
    }

    @Test
    void refusesSmallGroupsThatNobodyAnswersFor() {
        String small = "Frånvaro;procent;HT 2023;50;4";
        assertThat(paste(small).getStatus()).isEqualTo(422);
        assertThat(kept()).isEmpty();
        assertThat(stage.sends(stage.member, address, "version", "0", "table", small, "answered-for", "true")
                        .getStatus())
                .isEqualTo(303);
        assertThat(kept()).hasSize(1);
    }
}
