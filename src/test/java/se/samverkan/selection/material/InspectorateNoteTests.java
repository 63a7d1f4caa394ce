package se.samverkan.selection.material;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.selection.RoundStage;
import se.samverkan.selection.material.NoteList.Problem;
import se.samverkan.selection.material.StoredNotes.Kept;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** The School Inspectorate's material: who sees it, what may come in, how files are given out, and lists of it. */
@SamverkanTest
class InspectorateNoteTests {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 12);

    @Autowired
    WebApplicationContext beans;

    @Autowired
    TestDatabase database;

    @Autowired
    InspectorateNotes notes;

    private RoundStage stage;

    @BeforeEach
    void aRound() {
        stage = new RoundStage(beans, database);
    }

    @Test
    void isSeenByTheRoundsPeopleOnly() {
        add(Optional.of(NoteFile.of("beslut.pdf", "%PDF-1.7 prov".getBytes(UTF_8))));
        long id = kept().getFirst().id();
        String file = "/selection/" + stage.round + "/notes/" + id + "/file";

        for (long person : List.of(stage.officer, stage.first, stage.decider)) {
            assertThat(stage.as(person, () -> notes.of(stage.round, stage.unit)))
                    .hasSize(1);
            assertThat(stage.asks(person, get(file)).getStatus()).isEqualTo(200);
        }
        for (long stranger : stage.strangers()) {
            assertThat(stage.refusal(stranger, () -> notes.all(stage.round)).kind())
                    .isEqualTo(Refusal.Kind.NOT_SEEN);
            assertThat(stage.asks(stranger, get(file)).getStatus()).isEqualTo(404);
            assertThat(stage.asks(stranger, get("/selection/" + stage.round + "/notes"))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void isGivenOutAsAFileToKeepThatNoBrowserTakesForAPage() throws Exception {
        add(Optional.of(NoteFile.of("../../Beslut åk 9.txt.exe", "alert(1)".getBytes(UTF_8))));
        long id = kept().getFirst().id();

        MockHttpServletResponse answer =
                stage.asks(stage.first, get("/selection/" + stage.round + "/notes/" + id + "/file"));

        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("Beslut", ".exe.txt");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getContentType()).startsWith("text/plain");
        assertThat(answer.getContentAsByteArray()).isEqualTo("alert(1)".getBytes(UTF_8));
    }

    @Test
    void isNotGivenOutInAnotherRoundNorWhenItIsTakenBack() {
        add(Optional.of(NoteFile.of("beslut.pdf", "%PDF-1.7 prov".getBytes(UTF_8))));
        long id = kept().getFirst().id();
        RoundStage another = new RoundStage(beans, database);
        assertThat(another.asks(another.officer, get("/selection/" + another.round + "/notes/" + id + "/file"))
                        .getStatus())
                .isEqualTo(404);

        stage.does(stage.officer, () -> notes.withdraw(stage.round, id));

        assertThat(stage.asks(stage.officer, get("/selection/" + stage.round + "/notes/" + id + "/file"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(kept()).singleElement().satisfies(note -> {
            assertThat(note.trace().isStanding()).isFalse();
            assertThat(note.fileName()).isEqualTo("beslut.pdf");
        });
        assertThat(stage.as(stage.officer, () -> notes.of(stage.round, stage.unit)))
                .isEmpty();
        assertThat(stage.told("round.note-withdrawn")).isOne();
    }

    @Test
    void takesFilesByTheirContentAndNotByTheirName() throws IOException {
        assertThat(NoteFile.of("bild.txt", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1}))
                .satisfies(file -> {
                    assertThat(file.type()).isEqualTo("image/jpeg");
                    assertThat(file.name()).isEqualTo("bild.txt.jpg");
                });
        assertThat(NoteFile.of("Beslut.DOCX", archive("word/document.xml")).type())
                .contains("wordprocessingml");
        assertThat(NoteFile.of("anteckning.txt", "Två år på raken".getBytes(Charset.forName("windows-1252")))
                        .type())
                .isEqualTo("text/plain");
        byte[] program = {'M', 'Z', 0, 1, 2};
        for (byte[] wrong :
                List.of(program, archive("xl/workbook.xml"), archive("word/document.xml", "word/vbaProject.bin"))) {
            assertThatThrownBy(() -> NoteFile.of("beslut.pdf", wrong))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo("selection.refusal.file-type"));
        }
        assertThatThrownBy(() -> NoteFile.of("stor.txt", new byte[NoteFile.LARGEST + 1]))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("selection.refusal.file-large"));
    }

    @Test
    void comesBackWithWhatIsWrongAndWithEverythingThatWasWritten() throws Exception {
        MockHttpServletResponse answer = stage.asks(
                stage.officer,
                multipart("/selection/" + stage.round + "/notes")
                        .file(new MockMultipartFile("file", "x.pdf", "application/pdf", new byte[] {'M', 'Z', 0}))
                        .param("unit", stage.key)
                        .param("day", "2024-03-12")
                        .param("source", "Dnr 1")
                        .param("note", "Rektorn (811218-9876) har slutat")
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("varken PDF", "Rektorn (811218-9876)", "Varför personnumret ska stå kvar");
        assertThat(kept()).isEmpty();
    }

    @Test
    void tellsEveryFaultOfAListWithRowColumnValueAndRuleAndTakesNothingIn() {
        String csv = "unit;date;source;note\n" + stage.key + ";2024-03-12;Dnr 1;Bra ledning\n"
                + "99999999;12/3 2024;Dnr 2;Okänd\n" + stage.otherKey + ";2099-01-01;;Tid\n";

        NoteList list = stage.as(stage.officer, () -> notes.tryOut(stage.round, csv.getBytes(UTF_8)));

        assertThat(list.problems())
                .containsExactly(
                        new Problem(3, "unit", "99999999", "selection.list.unit-unknown"),
                        new Problem(3, "date", "12/3 2024", "selection.list.date"),
                        new Problem(4, "date", "2099-01-01", "selection.list.date-ahead"),
                        new Problem(4, "source", "", "selection.list.blank"));
        assertThat(stage.reason(stage.officer, () -> notes.addAll(stage.round, csv.getBytes(UTF_8), "")))
                .isEqualTo("selection.refusal.list-has-problems");
        assertThat(kept()).isEmpty();
    }

    @Test
    void takesAWholeListInAsExcelWritesIt() {
        byte[] csv = ("unit;date;source;note\r\n" + stage.key
                        + ";2024-03-12;Dnr 1;Svag ledning på låg- och mellanstadiet\r\n" + stage.otherKey
                        + ";2024-03-13;Dnr 2;Se bilaga\r\n")
                .getBytes(Charset.forName("windows-1252"));

        assertThat(stage.as(stage.officer, () -> notes.addAll(stage.round, csv, "")))
                .isEqualTo(2);

        assertThat(kept()).extracting(Kept::note).contains("Svag ledning på låg- och mellanstadiet");
        assertThat(stage.told("round.note-added")).isEqualTo(2);
    }

    @Test
    void showsATriedListBeforeAnythingIsSavedAndTakesItInFromThere() throws Exception {
        String csv = "unit,date,source,note\n" + stage.key + ",2024-03-12,Dnr 1,\"Elev 811218-9876\"\n";
        MockHttpServletResponse tried = stage.asks(
                stage.officer,
                multipart("/selection/" + stage.round + "/notes/list/trial")
                        .file(new MockMultipartFile("file", "lista.csv", "text/csv", csv.getBytes(UTF_8))));
        assertThat(tried.getContentAsString()).contains("En anteckning att läsa in", "I texten på rad 2");
        assertThat(kept()).isEmpty();

        assertThat(take(csv, "").getStatus()).isEqualTo(422);
        assertThat(kept()).isEmpty();
        assertThat(take(csv, "Ärendet heter så").getStatus()).isEqualTo(303);
        assertThat(kept()).hasSize(1);
    }

    private MockHttpServletResponse take(String csv, String reason) {
        return stage.asks(
                stage.officer,
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                "/selection/" + stage.round + "/notes/list")
                        .param("csv", java.util.Base64.getEncoder().encodeToString(csv.getBytes(UTF_8)))
                        .param("number-reason", reason)
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));
    }

    private void add(Optional<NoteFile> file) {
        stage.does(
                stage.officer,
                () -> notes.add(
                        stage.round,
                        new NoteDraft(
                                stage.key, DAY, new FreeText("Dnr 1", ""), new FreeText("Svag ledning", ""), file)));
    }

    private List<Kept> kept() {
        return stage.as(stage.officer, () -> notes.all(stage.round));
    }

    private static byte[] archive(String... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                archive.putNextEntry(new ZipEntry(part));
                archive.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
