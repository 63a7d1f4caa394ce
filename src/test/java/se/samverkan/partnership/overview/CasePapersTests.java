package se.samverkan.partnership.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.CaseStage;
import se.samverkan.testing.SamverkanTest;

/** A case that has been taken over gets the documents that it has: put into it as files, listed on its page. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class CasePapersTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private long id;

    @BeforeEach
    void aCaseThatWasTakenOver() {
        stage = new CaseStage(application);
        id = stage.taken();
    }

    private MockHttpServletResponse puts(long person, String record) {
        return stage.asks(
                person,
                MockMvcRequestBuilders.multipart("/documents")
                        .file(new MockMultipartFile(
                                "file", "beslut.txt", "text/plain", "Beslut om stöd".getBytes(StandardCharsets.UTF_8)))
                        .param("title", "Beslut från 2025")
                        .param("place", Long.toString(stage.office))
                        .param("language", "sv")
                        .param("record", record)
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));
    }

    private String page(long person, String path) {
        return CaseStage.text(stage.asks(person, MockMvcRequestBuilders.get(path)));
    }

    @Test
    void takesADocumentInAndListsIt() {
        assertThat(page(stage.officer, "/partnerships/" + id + "/papers"))
                .contains("Inga handlingar än", "/documents/new?record=partnership:" + id);

        assertThat(puts(stage.officer, "partnership:" + id).getStatus()).isEqualTo(303);

        assertThat(page(stage.officer, "/partnerships/" + id + "/papers")).contains("Beslut från 2025", "Utkast");
        assertThat(page(stage.officer, "/partnerships/" + id)).contains("/partnerships/" + id + "/papers");
        assertThat(page(stage.coordinator, "/partnerships/" + id + "/papers"))
                .as("a draft of the agency's")
                .doesNotContain("Beslut från 2025");
    }

    @Test
    void standsByItselfWhereTheFormNamesNoCase() {
        assertThat(puts(stage.officer, "").getStatus()).isEqualTo(303);

        assertThat(page(stage.officer, "/partnerships/" + id + "/papers")).doesNotContain("Beslut från 2025");
    }

    @Test
    void isNotThereForThoseWhoKnowNothingOfTheCase() {
        assertThat(stage.asks(stage.stranger, MockMvcRequestBuilders.get("/partnerships/" + id + "/papers"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(puts(stage.officer, "partnership:987654321").getStatus()).isEqualTo(404);
        assertThat(puts(stage.officer, "nowhere:1").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse sendsFiles(MockMultipartFile... files) {
        var request = MockMvcRequestBuilders.multipart("/partnerships/" + id + "/papers/several/files");
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return stage.asks(stage.officer, request);
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile("file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> kept(String page) {
        return Pattern.compile("name=\"kept\" value=\"(\\d+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void takesSeveralDocumentsInWithDaySortAndSender() {
        List<String> files = kept(CaseStage.text(sendsFiles(file("beslut.txt", "Beslut"), file("lage.txt", "Läget"))));
        assertThat(files).hasSize(2);

        MockHttpServletResponse answer = stage.sends(
                stage.officer,
                "/" + id + "/papers/several",
                "kept",
                files.get(0),
                "kept",
                files.get(1),
                "place",
                Long.toString(stage.office),
                "title-" + files.get(0),
                "Beslut om stöd",
                "day-" + files.get(0),
                "2025-03-12",
                "sort-" + files.get(0),
                "Beslut",
                "sender-" + files.get(0),
                "Skolmyndigheten",
                "title-" + files.get(1),
                "Lägesbild");

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(page(stage.officer, "/partnerships/" + id + "/papers")).contains("Beslut om stöd", "Lägesbild");
        assertThat(stage.cast
                        .behind()
                        .sql("select note from records.document_version where title = 'Beslut om stöd' and document in "
                                + "(select id from records.document where record_id = ?)")
                        .param(Long.toString(id))
                        .query(String.class)
                        .single())
                .isEqualTo("Beslut. Daterad 12 mars 2025. Från Skolmyndigheten");
    }

    @Test
    void saysOfEachFileThatIsNotTakenInWhyAndKeepsTheOthers() {
        MockHttpServletResponse answer = sendsFiles(file("beslut.txt", "Beslut"), file("tom.txt", ""));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer)).contains("En fil kom inte med", "tom.txt", "beslut.txt");
        assertThat(kept(CaseStage.text(answer))).hasSize(1);
    }

    @Test
    void bringsNothingInWhereOneOfThemHasNoTitle() {
        List<String> files = kept(CaseStage.text(sendsFiles(file("beslut.txt", "Beslut"), file("lage.txt", "Läget"))));
        MockHttpServletResponse answer = stage.sends(
                stage.officer,
                "/" + id + "/papers/several",
                "kept",
                files.get(0),
                "kept",
                files.get(1),
                "place",
                Long.toString(stage.office),
                "title-" + files.get(0),
                "Bara den ena");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer)).contains("Bara den ena", "lage.txt");
        assertThat(page(stage.officer, "/partnerships/" + id + "/papers")).doesNotContain("Bara den ena");
    }
}
