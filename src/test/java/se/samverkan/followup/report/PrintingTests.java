package se.samverkan.followup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.followup.FollowUpStage;
import se.samverkan.testing.SamverkanTest;

/** All reports that somebody reads, printed with that person's rights. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class PrintingTests {

    @Autowired
    WebApplicationContext application;

    private FollowUpStage stage;

    @BeforeEach
    void twoReports() {
        stage = new FollowUpStage(application);
        stage.sends(stage.plan.member, stage.address() + "/reports", "kind", "INTERIM");
        stage.sends(stage.plan.member, stage.address() + "/reports", "kind", "FINAL");
    }

    private String asked(long person) {
        MockHttpServletResponse asked = stage.sends(person, "/follow-up-reports/print-runs");
        return String.valueOf(asked.getHeader("Location")).replaceFirst("^.*(/follow-up-reports/.*)$", "$1");
    }

    private void prints(long person, String run) {
        long id = Long.parseLong(run.replaceFirst("^.*/", ""));
        assertThat(application.getBean(Printing.class).personOf(id)).isEqualTo(person);
        stage.people.does(person, () -> application.getBean(Printing.class).print(id));
    }

    @Test
    void packsThemAndShowsHowFarItHasCome() throws IOException {
        String run = asked(stage.plan.director);
        assertThat(stage.page(stage.plan.director, run)).contains("Alla redovisningar som PDF");
        prints(stage.plan.director, run);
        assertThat(stage.page(stage.plan.director, run)).contains("Redovisningarna är utskrivna.");
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(stage.people.file(stage.plan.director, run + "/reports.zip")))) {
            while (zip.getNextEntry() != null) {
                assertThat(zip.readNBytes(4)).asString().isEqualTo("%PDF");
                count++;
            }
        }
        assertThat(count).isEqualTo(2);
    }

    @Test
    void isItsPersonsOnly() {
        String run = asked(stage.plan.director);
        assertThat(stage.people.status(stage.plan.head, run)).isEqualTo(404);
        assertThat(stage.sends(stage.people.staff, "/follow-up-reports/print-runs")
                        .getStatus())
                .isEqualTo(403);
    }
}
