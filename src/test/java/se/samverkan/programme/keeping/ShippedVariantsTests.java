package se.samverkan.programme.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.file.VariantChecking.Checked;
import se.samverkan.programme.variant.Entry.Approval;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Variant;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** What comes with the program is there from the start, and says what the programmes say. */
@SamverkanTest
class ShippedVariantsTests {

    @Autowired
    Variants variants;

    @Autowired
    ShippedVariants shipped;

    @Autowired
    Knowing knowing;

    @Autowired
    TestDatabase database;

    @Test
    void publishesTheNationalAndTheMunicipalProgrammeAtStart() {
        assertThat(variants.all()).extracting(VariantView::key).startsWith("sbs", "ksbs");
        assertThat(newest("sbs").length()).isEqualTo(6);
        assertThat(newest("ksbs").length()).isEqualTo(6);
    }

    @Test
    void letsAnAreaHeadAndAHeadTeacherDecideTogetherAfterExactlySixMeetingsInTheMunicipalOne() {
        Variant ksbs = newest("ksbs");
        assertThat(ksbs.entry().approvals()).extracting(Approval::role).containsExactly("AREA_HEAD", "HEAD_TEACHER");
        assertThat(ksbs.series().getFirst().meetings()).hasSize(6);
        assertThat(ksbs.agreement() || ksbs.funding()).isFalse();
    }

    @Test
    void asksTheOrganiserForAMandateInTheNationalOne() {
        Variant sbs = newest("sbs");
        assertThat(sbs.entry().approvals()).containsExactly(new Approval("EDUCATION_DIRECTOR", true));
        assertThat(sbs.levels()).containsExactly(Level.SCHOOL, Level.PRESCHOOL, Level.ORGANISER);
        assertThat(sbs.checks()).hasSize(5);
        assertThat(sbs.staffing().getFirst().atLeast()).isEqualTo(2);
    }

    @Test
    void publishesAFileOnceHoweverOftenTheProgramStarts() {
        assertThat(shipped.publish("sbs", ShippedVariants.content("sbs"))).isEmpty();
    }

    @Test
    void makesANewVersionOfAFileThatChangedAndLetsTheOldOneStand() {
        int before = variants.newest("ksbs").orElseThrow();
        Variant old = variants.read("ksbs", before).orElseThrow();
        String changed = new String(ShippedVariants.content("ksbs"), StandardCharsets.UTF_8)
                .replace("daysToAnswer: 21", "daysToAnswer: 14");
        assertThat(shipped.publish("ksbs", changed.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Optional.of(before + 1));
        assertThat(newest("ksbs").entry().daysToAnswer()).isEqualTo(14);
        assertThat(variants.read("ksbs", before)).contains(old);
        assertThatThrownBy(() -> JdbcClient.create(database.asOwner())
                        .sql("update programme.version set revision = 9 where variant = 'ksbs' and version = ?")
                        .param(before)
                        .update())
                .hasMessageContaining("published");
    }

    @Test
    void cannotPublishTheEmptyOneBeforeItHasWhatIsNeeded() {
        Checked checked = knowing.check(ShippedVariants.content("empty"));
        assertThat(checked.isWhole()).isTrue();
        assertThat(checked.isPublishable()).isFalse();
        assertThat(checked.complaints())
                .extracting(complaint -> complaint.rule())
                .containsExactlyInAnyOrderElementsOf(List.of("no-purpose", "no-levels", "no-approvals", "no-phases"));
    }

    private Variant newest(String key) {
        return variants.read(key, variants.newest(key).orElseThrow()).orElseThrow();
    }
}
