package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.testing.SamverkanTest;

/** Those who write in an analysis see where the others are writing, for as long as they do. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class AnalysisWritersTests {

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private long problem;

    @BeforeEach
    void aMemberWritesInAProblem() {
        stage = new AnalysisStage(application);
        id = stage.begun();
        problem = stage.problem(id, "Lektionerna börjar olika");
    }

    private void writes(String form, String once) {
        assertThat(stage.sendsAs(
                                stage.member,
                                "/drafts",
                                "form",
                                form,
                                "once",
                                once,
                                "content",
                                "{\"part-words\":[\"Det är\"]}")
                        .getStatus())
                .isEqualTo(204);
    }

    private String seenBy(long person) {
        return stage.page(person, "/analyses/" + id + "/writers");
    }

    @Test
    void tellsThoseWhoWriteWhoIsWritingInAPart() {
        writes("/analyses/" + id + "/parts/" + problem, UUID.randomUUID().toString());

        assertThat(seenBy(stage.running.headTeacher)).contains("part-" + problem, "Moa Medlem skriver här");
        assertThat(seenBy(stage.member)).doesNotContain("skriver här");
        assertThat(stage.page(stage.running.headTeacher, "/analyses/" + id))
                .contains("data-writers=\"/analyses/" + id + "/writers\"", "data-writing=\"part-" + problem + "\"");
    }

    @Test
    void tellsUnderWhatANewPartIsWritten() {
        writes("/analyses/" + id + "/parts#CAUSE-" + problem, UUID.randomUUID().toString());

        assertThat(seenBy(stage.running.headTeacher)).contains("part-" + problem, "Moa Medlem skriver här");
    }

    @Test
    void tellsNobodyWhoOnlyReadsAndNobodyElse() {
        writes("/analyses/" + id + "/parts/" + problem, UUID.randomUUID().toString());

        assertThat(seenBy(stage.staff)).doesNotContain("Moa");
        assertThat(stage.status(stage.facilitator, "/analyses/" + id + "/writers"))
                .isEqualTo(404);
    }

    @Test
    void isOverAMinuteAfterTheLastLetterAndWhenTheFormIsSent() {
        String once = UUID.randomUUID().toString();
        writes("/analyses/" + id + "/parts/" + problem, once);
        stage.running
                .cast
                .behind()
                .sql("update discussion.draft set kept_at = now() - interval '61 seconds' where person = ?")
                .param(stage.member)
                .update();
        assertThat(seenBy(stage.running.headTeacher)).doesNotContain("Moa");

        writes("/analyses/" + id + "/parts/" + problem, once);
        assertThat(seenBy(stage.running.headTeacher)).contains("Moa");
        assertThat(stage.sendsAs(
                                stage.member,
                                "/analyses/" + id + "/parts/" + problem,
                                "version",
                                "0",
                                "once",
                                once,
                                "part-title",
                                "Lektionerna börjar väldigt olika")
                        .getStatus())
                .isEqualTo(303);
        assertThat(seenBy(stage.running.headTeacher)).doesNotContain("Moa");
    }
}
