package se.samverkan.meeting.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.meeting.MeetingStage;
import se.samverkan.meeting.Minuted;
import se.samverkan.meeting.minutes.Paragraph.Kind;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A secrecy mark on a paragraph of the minutes: who reads it then, and that it stays shut when it is changed or drawn up. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=meeting")
class MarkedParagraphTests {

    private static final String SECRET = "Hemligt om en elev";

    @Autowired
    WebApplicationContext application;

    private MeetingStage stage;
    private long meeting;
    private long paragraph;

    @BeforeEach
    void aMarkedParagraph() {
        stage = new MeetingStage(application);
        meeting = stage.meeting("Vad ser vi?", 3);
        paragraph = stage.writes(stage.stage.headTeacher, meeting, "SHARED", SECRET);
        stage.does(
                stage.stage.headTeacher,
                () -> stage.bean(Marks.class)
                        .mark(
                                Paragraph.KIND,
                                paragraph,
                                new MarkDraft(
                                        "OSL 23 kap. 2 §",
                                        new FreeText("Rör en elev", ""),
                                        Optional.empty(),
                                        List.of(stage.facilitator))));
    }

    @Test
    void isReadOnlyByThoseWhoAreNamed() {
        String words = "select words from meeting.paragraph_words where paragraph = " + paragraph;

        for (long person : List.of(stage.stage.headTeacher, stage.facilitator)) {
            assertThat(stage.rows(person, words)).containsExactly(SECRET);
            assertThat(stage.page(person, "/meetings/" + meeting)).contains(SECRET, "OSL 23 kap. 2 §");
        }
        assertThat(stage.rows(stage.member, words)).isEmpty();
        assertThat(stage.page(stage.member, "/meetings/" + meeting))
                .contains("OSL 23 kap. 2 §", "Rör en elev")
                .doesNotContain(SECRET);
    }

    @Test
    void isNotToldToOtherRooms() {
        Minuted minuted = stage.bean(Minuted.class);

        assertThat(stage.as(stage.member, () -> minuted.of(stage.partnership, stage.stage.first)))
                .isEmpty();
        assertThat(stage.as(stage.facilitator, () -> minuted.of(stage.partnership, stage.stage.first)))
                .singleElement()
                .satisfies(each -> assertThat(each.marked()).isTrue());
    }

    @Test
    void isNeitherChangedNorRemovedByThoseWhoDoNotReadIt() {
        assertThat(stage.reason(
                        stage.member,
                        () -> stage.bean(Notes.class)
                                .change(meeting, paragraph, 0, Kind.NOTE, new FreeText("Något annat", ""))))
                .isEqualTo("records.mark.refusal.read-first");
        assertThat(stage.reason(stage.member, () -> stage.bean(Notes.class).remove(meeting, paragraph)))
                .isEqualTo("records.mark.refusal.read-first");
        assertThat(stage.status(stage.member, "/meetings/" + meeting + "/paragraphs/" + paragraph))
                .isEqualTo(403);
    }

    @Test
    void staysMarkedWhenItIsChangedAndSoDoesWhatItSaidBefore() {
        stage.does(
                stage.facilitator,
                () -> stage.bean(Notes.class)
                        .change(meeting, paragraph, 0, Kind.NOTE, new FreeText(SECRET + " igen", "")));

        assertThat(stage.page(stage.member, "/meetings/" + meeting))
                .contains("OSL 23 kap. 2 §")
                .doesNotContain(SECRET);
        assertThat(stage.rows(stage.member, "select words from meeting.paragraph_text where paragraph = " + paragraph))
                .isEmpty();
        assertThat(stage.rows(
                        stage.facilitator, "select words from meeting.paragraph_text where paragraph = " + paragraph))
                .containsExactly(SECRET);
    }

    @Test
    void isDrawnUpAsMarkedWhoeverTakesTheMinutes() throws IOException {
        byte[] word = stage.as(
                stage.stage.headTeacher,
                () -> WordDocument.write(stage.bean(MinutesDocument.class)
                        .of(stage.bean(MeetingPage.class).read(meeting), java.time.Instant.EPOCH)));

        assertThat(text(word))
                .contains("Sekretessmarkerad enligt OSL 23 kap. 2 §")
                .doesNotContain(SECRET);
    }

    private static String text(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
                }
            }
        }
        throw new IOException("no words in the file");
    }

    @Test
    void opensAgainWhenTheMarkIsLifted() {
        stage.does(
                stage.facilitator,
                () -> stage.bean(Marks.class)
                        .lift(Paragraph.KIND, paragraph, new FreeText("Inte längre känsligt", "")));

        assertThat(stage.page(stage.member, "/meetings/" + meeting)).contains(SECRET);
    }
}
