package se.samverkan.partnership.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.FormsChoosing;
import se.samverkan.partnership.course.Phases;
import se.samverkan.partnership.course.Steps;
import se.samverkan.partnership.offer.Answer;
import se.samverkan.partnership.offer.OfferStage;
import se.samverkan.partnership.offer.Starting;
import se.samverkan.programme.Variants;
import se.samverkan.programme.keeping.TakingIn;
import se.samverkan.programme.keeping.VariantKeeping;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/**
 * A third programme, which nobody had thought of when the code was written: read from a file, published, offered, answered,
 * started, and walked to its last phase. Nothing here is SBS or KSBS, and nothing in the code asks.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class ThirdVariantTests {

    private static final String FILE = """
            key: %s
            name: {sv: Läsa tillsammans, en: Reading together}
            purpose: {sv: Alla läser varje dag., en: Everybody reads every day.}
            levels: [SCHOOL]
            entry:
              selection: NONE
              daysToAnswer: 14
              approvals:
                - role: HEAD_TEACHER
            lightMode: true
            agreement: false
            funding: false
            phases:
              - key: listen
                name: {sv: Lyssna, en: Listen}
                purpose: {sv: Hör vad eleverna läser., en: Hear what the pupils read.}
                terms: 1
                steps:
                  - key: ask
                    name: {sv: Fråga tio elever, en: Ask ten pupils}
                    role: HEAD_TEACHER
                    levels: [SCHOOL]
                    help: {sv: Fråga på rasten., en: Ask in the break.}
                    askRole: ANALYST
                    minutes: 60
                    weeks: 3
              - key: read
                name: {sv: Läs, en: Read}
                purpose: {sv: Läs tjugo minuter om dagen., en: Read for twenty minutes a day.}
                terms: 2
                steps:
                  - key: begin
                    name: {sv: Börja läsa, en: Begin to read}
                    role: HEAD_TEACHER
                    levels: [SCHOOL]
                    help: {sv: Börja på måndag., en: Begin on Monday.}
                    askRole: ANALYST
                    minutes: 20
                    weeks: 1
              - key: tell
                name: {sv: Berätta, en: Tell}
                purpose: {sv: Berätta vad som hände., en: Tell what happened.}
                terms: 1
                steps:
                  - key: write
                    name: {sv: Skriv en sida, en: Write a page}
                    role: HEAD_TEACHER
                    levels: [SCHOOL]
                    help: {sv: En sida räcker., en: One page is enough.}
                    askRole: ANALYST
                    minutes: 60
                    weeks: 8
            followUp:
              checkpointTerms: 1
              reportTerms: 2
              yearsAfter: 1
            """;

    @Autowired
    WebApplicationContext application;

    private OfferStage stage;
    private String key;

    @BeforeEach
    void aThirdProgramme() {
        stage = new OfferStage(application);
        key = "reading-" + UUID.randomUUID().toString().substring(0, 8);
        long keeper = stage.cast.player("Klara Keeper", Role.ADMINISTRATOR, null);
        VariantKeeping keeping = stage.bean(VariantKeeping.class);
        stage.does(
                keeper,
                () -> stage.bean(TakingIn.class).takeIn(FILE.formatted(key).getBytes(StandardCharsets.UTF_8), 0));
        stage.does(keeper, () -> keeping.publish(key, keeping.draft(key).revision(), "Prov"));
    }

    @Test
    void isWalkedFromTheOfferToItsLastPhase() {
        Variant variant = stage.bean(Variants.class).read(key, 1).orElseThrow();
        long offer = stage.sent(stage.draft(key, stage.first));
        assertThat(stage.page(stage.headTeacher, "/offers/" + offer)).contains("Läsa tillsammans", "Lyssna");
        stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.first)));
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.ACCEPTED);
        long id = stage.read(offer).partnership();
        stage.does(
                stage.officer,
                () -> stage.bean(Starting.class).start(id, stage.read(offer).partnershipVersion()));
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.RUNNING);

        for (Phase phase : variant.phases()) {
            stage.does(
                    stage.officer,
                    () -> stage.bean(Phases.class).begin(id, List.of(stage.first), phase.key(), stage.today()));
            Phase.Step step = phase.steps().getFirst();
            assertThat(stage.page(stage.headTeacher, "/" + id))
                    .contains(phase.name().sv(), step.name().sv());
            stage.does(stage.headTeacher, () -> stage.bean(Steps.class).mark(id, stage.first, phase.key(), step.key()));
        }
        assertThat(stage.page(stage.officer, "?phase=tell&variant=" + key)).contains("Provkommunen");
        assertThat(stage.page(stage.officer, "/" + id)).contains("Berätta");
        assertThat(stage.reason(
                        stage.officer,
                        () -> stage.bean(Phases.class).begin(id, List.of(stage.first), "listen", stage.today())))
                .isEqualTo("partnership.case.refusal.not-next");
    }

    @Test
    void hasShortFormsSinceItsVariantSaysSo() {
        long offer = stage.sent(stage.draft(key, stage.first));
        long id = stage.read(offer).partnership();
        int version = stage.read(offer).partnershipVersion();
        stage.does(
                stage.coordinator,
                () -> stage.bean(FormsChoosing.class).choose(id, version, true, new FreeText("En liten skola.", "")));
        assertThat(stage.page(stage.coordinator, "/" + id)).contains("korta formulären");
    }
}
