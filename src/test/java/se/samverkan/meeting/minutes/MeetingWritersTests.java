package se.samverkan.meeting.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.meeting.MeetingStage;
import se.samverkan.testing.SamverkanTest;

/** Who is writing at an item is told to those who would see what is written, and never of a working note. */
@SamverkanTest
class MeetingWritersTests {

    @Autowired
    WebApplicationContext application;

    private MeetingStage stage;
    private long meeting;

    @BeforeEach
    void aMeeting() {
        stage = new MeetingStage(application);
        meeting = stage.meeting("Vad ser vi?", 0);
    }

    private void writes(long person, String form, String scope) {
        String content = scope.isEmpty()
                ? "{\"paragraph-words\":[\"Vi\"]}"
                : "{\"scope\":[\"" + scope + "\"],\"paragraph-words\":[\"Vi\"]}";
        assertThat(stage.sends(person, "/drafts", "form", "/meetings/" + meeting + form, "content", content)
                        .getStatus())
                .isEqualTo(204);
    }

    private String seenBy(long person) {
        return stage.page(person, "/meetings/" + meeting + "/writers");
    }

    @Test
    void tellsAtWhichItemSomebodyWrites() {
        long item = stage.item(meeting);
        writes(stage.member, "/paragraphs#write-" + item, "");

        assertThat(seenBy(stage.facilitator)).contains("item-" + item, "Lena Lärare skriver här");
        assertThat(seenBy(stage.member)).doesNotContain("Lena");
        assertThat(stage.page(stage.facilitator, "/meetings/" + meeting)).contains("data-writing=\"item-" + item);
        assertThat(stage.status(stage.stage.stranger, "/meetings/" + meeting + "/writers"))
                .isEqualTo(404);
    }

    @Test
    void tellsOfADraftOnlyThoseWhoLeadAndOfAWorkingNoteNobody() {
        long item = stage.item(meeting);
        writes(stage.facilitator, "/paragraphs#write-" + item, "DRAFT");
        assertThat(seenBy(stage.colleague)).contains("Petra");
        assertThat(seenBy(stage.member)).doesNotContain("Petra");

        long own = stage.writes(stage.facilitator, meeting, "OWN", "Rektor verkar trött.");
        writes(stage.facilitator, "/paragraphs#write-" + item, "OWN");
        writes(stage.facilitator, "/paragraphs/" + own, "");
        assertThat(seenBy(stage.colleague)).doesNotContain("Petra");
        assertThat(seenBy(stage.member)).doesNotContain("Petra");
    }
}
