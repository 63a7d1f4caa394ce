package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.testing.SamverkanTest;

/** What was handed out at an occasion is taken away by whoever reads the occasion, and by nobody else. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class MaterialTests {

    @Autowired
    WebApplicationContext application;

    private CommissionStage stage;
    private String address;

    @BeforeEach
    void anAgreedPlan() {
        stage = new CommissionStage(application);
        stage.planned();
        address = "/occasions/" + stage.occasion("Första träffen") + "/material";
    }

    private MockHttpServletResponse puts(long person, String name, String content, String words) {
        return stage.stage.theCase.running.asks(
                person,
                MockMvcRequestBuilders.multipart(address)
                        .file(new MockMultipartFile(
                                "file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8)))
                        .param("material-words", words)
                        .param("once", UUID.randomUUID().toString()));
    }

    private String file(String name) {
        return address
                + "/"
                + stage.stage
                        .theCase
                        .running
                        .cast
                        .behind()
                        .sql(
                                "select max(m.id) from intervention.material m join records.file f on f.id = m.file where f.name = ?")
                        .param(name)
                        .query(Long.class)
                        .single();
    }

    @Test
    void isReadByBothSidesAndTheSchoolAndByNoOtherProvider() {
        stage.goes(puts(stage.provider, "modell.txt", "Före läsningen", "Modellen"));
        String file = file("modell.txt");
        for (long reader : new long[] {stage.provider, stage.client, stage.head, stage.stage.theCase.member}) {
            assertThat(stage.stage.theCase.page(reader, address)).contains("modell.txt", "Modellen");
            assertThat(new String(stage.stage.theCase.file(reader, file), StandardCharsets.UTF_8))
                    .isEqualTo("Före läsningen");
        }
        assertThat(stage.stage.theCase.page(stage.head, address.replace("/material", "")))
                .contains("Material: en fil");
        for (long other : new long[] {stage.stage.adviser, stage.stage.theCase.running.stranger}) {
            assertThat(stage.stage.theCase.status(other, address)).isEqualTo(404);
            assertThat(stage.stage.theCase.status(other, file)).isEqualTo(404);
        }
        assertThat(stage.stage.theCase.running.told("commission.material-put", stage.stage.university))
                .isEqualTo(1);
    }

    @Test
    void isPutAndTakenAwayByTheSidesAndNotByThoseWhoOnlyRead() {
        assertThat(puts(stage.head, "egen.txt", "x", "").getStatus()).isEqualTo(403);
        assertThat(stage.stage.theCase.page(stage.head, address)).doesNotContain("Lägg till filen");
        stage.goes(puts(stage.client, "lista.txt", "Att läsa", ""));
        String file = file("lista.txt");
        assertThat(stage.sends(stage.head, file + "/removal").getStatus()).isEqualTo(403);
        stage.goes(stage.sends(stage.provider, file + "/removal"));
        assertThat(stage.stage.theCase.status(stage.client, file)).isEqualTo(404);
        assertThat(stage.stage
                        .theCase
                        .running
                        .cast
                        .behind()
                        .sql("select count(*) from records.file where name = 'lista.txt'")
                        .query(Integer.class)
                        .single())
                .as("the file is gone too")
                .isZero();
        assertThat(stage.sends(stage.provider, file + "/removal").getStatus()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoFileAndAPersonalNumberAndKeepsWhatWasWritten() {
        MockHttpServletResponse none = puts(stage.provider, "", "", "Modellen");
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(none)).contains("Välj en fil.", "Modellen");
        MockHttpServletResponse number = puts(stage.provider, "bra.txt", "x", "Fråga 19121212-1212");
        assertThat(number.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(number)).contains("Filen bra.txt följer med");
        assertThat(puts(stage.provider, "program.exe", "MZ", "").getStatus()).isEqualTo(422);
    }
}
