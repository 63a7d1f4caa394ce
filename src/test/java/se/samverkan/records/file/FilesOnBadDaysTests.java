package se.samverkan.records.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.records.document.DocumentStage;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.SentForm;
import se.samverkan.testing.SamverkanTest;

/** A file that is sent in on the day when the disk is full: nothing of it is kept, and what was written beside it is not lost. */
@SamverkanTest
class FilesOnBadDaysTests {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);
    private static final SentForm WRITTEN = SentForm.empty().with("title", "Det som skrevs");

    @Autowired
    BeanFactory application;

    private DocumentStage stage;
    private String name;

    @BeforeEach
    void somebodyWhoSendsFiles() {
        stage = new DocumentStage(application);
        name = "full-disk-" + stage.director + ".pdf";
    }

    @AfterEach
    void thereIsRoomAgain() {
        stage.cast
                .behind()
                .sql("drop trigger if exists full_disk on records.file_part")
                .update();
    }

    private void theDiskIsFull() {
        stage.cast.behind().sql("""
                create or replace function public.full_disk() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
                """).update();
        stage.cast.behind().sql("""
                create trigger full_disk before insert on records.file_part
                for each row execute function public.full_disk()
                """).update();
    }

    private ChosenFile chosen(MultipartFile file) {
        return stage.as(stage.director, () -> ChosenFile.of(stage.bean(Files.class), WRITTEN, file));
    }

    private long kept() {
        return stage.cast
                .behind()
                .sql("select count(*) from records.file where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private static void saysThatTheDiskIsFull(ChosenFile refused) {
        assertThat(refused.refusal().map(Refusal::reason)).contains("records.file.trouble.disk-full");
        assertThat(refused.file()).isEmpty();
        assertThat(refused.form().text("title")).isEqualTo("Det som skrevs");
    }

    @Test
    void keepsNothingOfAFileOnAFullDiskAndTakesItWhenThereIsRoom() {
        theDiskIsFull();

        saysThatTheDiskIsFull(chosen(new MockMultipartFile("file", name, "application/pdf", PDF)));
        assertThat(kept()).isZero();

        thereIsRoomAgain();
        assertThat(chosen(new MockMultipartFile("file", name, "application/pdf", PDF))
                        .file())
                .isPresent();
        assertThat(kept()).isOne();
    }

    @Test
    void saysSoTooWhenTheDiskOfTheProgramIsFull() {
        saysThatTheDiskIsFull(chosen(new MockMultipartFile("file", name, "application/pdf", PDF) {
            @Override
            public InputStream getInputStream() throws IOException {
                throw new IOException("No space left on device");
            }
        }));
        assertThat(kept()).isZero();
    }
}
