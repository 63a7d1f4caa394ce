package se.samverkan.records.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.meeting.MeetingStage;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** What every room hands to the archive of a partnership: what was shared and decided, as whoever makes the package may see it. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=archive")
class RoomArchiveTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    List<ArchiveContribution> rooms;

    private MeetingStage stage;
    private Matter matter;

    @BeforeEach
    void aCaseWithAMeeting() {
        stage = new MeetingStage(application);
        matter = new Matter(
                "partnership",
                Long.toString(stage.partnership),
                "Provkommunen",
                "",
                new Matter.Owner(stage.stage.office, "Kontoret", "2120000000"),
                Instant.parse("2030-06-12T10:00:00Z"));
        long meeting = stage.meeting("Vad ser vi?", 3);
        stage.writes(stage.facilitator, meeting, "OWN", "Min egen tanke");
        stage.writes(stage.facilitator, meeting, "SHARED", "Det vi kom fram till");
        long secret = stage.writes(stage.facilitator, meeting, "SHARED", "Hemligt om en elev");
        stage.does(
                stage.facilitator,
                () -> stage.bean(Marks.class)
                        .mark(
                                "meeting-paragraph",
                                secret,
                                new MarkDraft(
                                        "OSL 23 kap. 2 §",
                                        new FreeText("Rör en elev", ""),
                                        Optional.empty(),
                                        List.of())));
    }

    private Map<String, String> packed(long person) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stage.as(person, () -> stage.bean(ArchivePackages.class).write(matter, out));
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName().replaceFirst("^[^/]+/representations/rep1/data/", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void hasWhatWasSharedAndNothingThatIsSomebodysOwn() throws IOException {
        Map<String, String> files = packed(stage.stage.officer);

        assertThat(files.get("meetings-held/meetings.json")).contains("Vad ser vi?", "HEAD_TEACHER");
        assertThat(files.get("meetings-held/notes.json"))
                .contains("Det vi kom fram till")
                .contains("OSL 23 kap. 2 §")
                .doesNotContain("Min egen tanke", "Hemligt om en elev");
    }

    @Test
    void isTheSameTwice() throws IOException {
        assertThat(packed(stage.stage.officer)).isEqualTo(packed(stage.stage.officer));
    }

    /** A query that names a column which is not there would only be found when a case closes. */
    @Test
    void isAskedOfEveryRoomWithoutAFault() {
        assertThat(rooms)
                .extracting(ArchiveContribution::part)
                .contains(
                        "documents",
                        "offers",
                        "agreements",
                        "meetings-held",
                        "voices",
                        "analyses",
                        "actionplans",
                        "interventions");
        for (ArchiveContribution room : rooms) {
            assertThat(asked(stage.stage.officer, room)).as(room.part()).isNotNull();
        }
    }

    @Test
    void hasNothingForSomebodyWhoHasNoPartInTheCase() {
        for (ArchiveContribution room : rooms) {
            assertThat(asked(stage.stage.stranger, room)).as(room.part()).isEmpty();
        }
    }

    private List<ArchivedFile> asked(long person, ArchiveContribution room) {
        return stage.as(
                person,
                () -> stage.bean(TransactionTemplate.class)
                        .execute(status -> room.of(matter).files()));
    }
}
