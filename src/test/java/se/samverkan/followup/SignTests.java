package se.samverkan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** What anybody at a unit has seen of its signs, signed in or by the code on the wall. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=followup")
class SignTests {

    @Autowired
    WebApplicationContext application;

    private FollowUpStage stage;

    @BeforeEach
    void aPlanThatHolds() {
        stage = new FollowUpStage(application);
    }

    @Test
    void isNotedInOneTouchByAnybodyOnTheStaff() {
        assertThat(stage.page(stage.people.staff, "/signs")).contains("Eleverna berättar vad de kan", "Ekskolan");
        assertThat(stage.sends(stage.people.staff, "/signs/" + stage.sign, "state", "OFTEN")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.member, stage.checkpoint())).contains("Per Personal");
        assertThat(stage.people.running.told("followup.sign-noted", stage.people.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void isNotedByNobodyElse() {
        assertThat(stage.sends(stage.people.running.otherHeadTeacher, "/signs/" + stage.sign, "state", "OFTEN")
                        .getStatus())
                .isEqualTo(404);
        assertThat(stage.sends(stage.people.facilitator, "/signs/" + stage.sign, "state", "OFTEN")
                        .getStatus())
                .isIn(403, 404);
    }

    @Test
    void showsItsNoterOnlyTheOwnNotes() {
        stage.notes(stage.plan.member, stage.sign, "OFTEN", "Bara för gruppen", stage.people.running.today);
        stage.notes(stage.people.staff, stage.sign, "SOMETIMES", "Mitt eget", stage.people.running.today);
        assertThat(stage.page(stage.people.staff, "/signs/" + stage.sign))
                .contains("Mitt eget")
                .doesNotContain("Bara för gruppen");
    }

    @Test
    void wasNotSeenTomorrow() {
        MockHttpServletResponse refused =
                stage.notes(stage.people.staff, stage.sign, "OFTEN", "", stage.people.running.today.plusDays(1));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Dagen har inte varit än");
    }

    @Test
    void fillsTheCheckpointInBeforehand() {
        stage.notes(stage.people.staff, stage.sign, "OFTEN", "I korridoren", stage.people.running.today);
        assertThat(stage.page(stage.plan.member, stage.checkpoint()))
                .contains("I korridoren", "<option value=\"OFTEN\" selected>");
    }

    @Test
    void isRefusedOnceItIsAmendedAway() {
        stage.people.sends(stage.plan.head, "/action-plans/" + stage.plan.id + "/parts/" + stage.sign + "/removal");
        stage.adopt(1, "Fel tecken");
        stage.decide(2);
        MockHttpServletResponse refused =
                stage.notes(stage.people.staff, stage.sign, "OFTEN", "Sågs ändå", stage.people.running.today);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Tecknet står inte kvar i planen");
        assertThat(stage.page(stage.people.staff, "/signs")).doesNotContain("Eleverna berättar vad de kan");
    }

    private String code() {
        stage.sends(stage.plan.head, stage.address() + "/signs/code");
        return stage.people
                .running
                .cast
                .behind()
                .sql("select code from followup.sign_code where plan = ? and closed_at is null")
                .param(stage.plan.id)
                .query(String.class)
                .single();
    }

    private MockHttpServletResponse nameless(String code, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post("/t/" + code);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(application)
                .build()
                .perform(request)
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    @Test
    void comesByTheCodeWithoutANameAndWaits() throws Exception {
        assertThat(stage.sends(stage.plan.member, stage.address() + "/signs/code")
                        .getStatus())
                .isEqualTo(403);
        String code = code();
        String form = UUID.randomUUID().toString();
        String[] sent = {"form", form, "sign", Long.toString(stage.sign), "state", "SOMETIMES", "words", "På gården"};
        assertThat(nameless(code, sent).getStatus()).isEqualTo(303);
        assertThat(nameless(code, sent).getStatus()).isEqualTo(303);
        assertThat(stage.count(
                        "select count(*) from followup.sign_note where made_by is null and sign = " + stage.sign))
                .isEqualTo(1);
        String waits = stage.page(stage.plan.member, stage.address() + "/signs");
        assertThat(waits).contains("En notering väntar på er", "På gården");
        assertThat(stage.page(stage.plan.member, stage.checkpoint()))
                .doesNotContain("<option value=\"SOMETIMES\" selected>");
        int note = stage.count("select max(id) from followup.sign_note where sign = " + stage.sign);
        assertThat(stage.sends(stage.plan.member, stage.address() + "/signs/notes/" + note, "in", "yes")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.page(stage.plan.member, stage.checkpoint())).contains("<option value=\"SOMETIMES\" selected>");
    }

    @Test
    void takesNoPersonalNumberByTheCode() throws Exception {
        MockHttpServletResponse refused = nameless(
                code(),
                "form",
                UUID.randomUUID().toString(),
                "sign",
                Long.toString(stage.sign),
                "state",
                "OFTEN",
                "words",
                "Det var 19121212-1212");
        assertThat(refused.getStatus()).isEqualTo(422);
    }

    @Test
    void isClosedWithTheCode() throws Exception {
        String code = code();
        stage.sends(stage.plan.head, stage.address() + "/signs/code/closing");
        assertThat(nameless(
                                code,
                                "form",
                                UUID.randomUUID().toString(),
                                "sign",
                                Long.toString(stage.sign),
                                "state",
                                "OFTEN")
                        .getStatus())
                .isEqualTo(404);
        assertThat(code()).isNotEqualTo(code);
    }

    @Test
    void isNotNotedOnceThePartnershipIsOver() throws Exception {
        String code = code();
        stage.people
                .running
                .cast
                .behind()
                .sql("update partnership.participation set standing = 'COMPLETED' where unit = ?")
                .param(stage.people.unit)
                .update();
        MockHttpServletResponse refused =
                stage.notes(stage.people.staff, stage.sign, "OFTEN", "Sågs ändå", stage.people.running.today);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(RunningCase.text(refused)).contains("Samverkan är slut för enheten, så tecknet");
        assertThat(stage.page(stage.people.staff, "/signs")).doesNotContain("Eleverna berättar vad de kan");
        String form = UUID.randomUUID().toString();
        assertThat(nameless(code, "form", form, "sign", Long.toString(stage.sign), "state", "OFTEN")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void losesThePlaceOfItsPhoto() throws Exception {
        byte[] photo = PhotoWithAPlace.jpeg();
        assertThat(new String(photo, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("GPS-PLATS");
        var request = MockMvcRequestBuilders.multipart("/signs/" + stage.sign)
                .file(new org.springframework.mock.web.MockMultipartFile("file", "tavlan.jpg", "image/jpeg", photo))
                .param("once", UUID.randomUUID().toString())
                .param("state", "OFTEN")
                .param("words", "Tavlan i sal 4");
        assertThat(stage.people.running.asks(stage.people.staff, request).getStatus())
                .isEqualTo(303);
        int note = stage.count("select max(id) from followup.sign_note where sign = " + stage.sign);
        byte[] kept = stage.people.file(stage.plan.member, "/signs/" + stage.sign + "/notes/" + note + "/file");
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS-PLATS");
        assertThat(stage.people.status(
                        stage.people.running.otherHeadTeacher, "/signs/" + stage.sign + "/notes/" + note + "/file"))
                .isEqualTo(404);
    }

    /** A small picture with a place in it, as a phone writes one. */
    private static final class PhotoWithAPlace {

        static byte[] jpeg() throws java.io.IOException {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB), "jpg", plain);
            byte[] bytes = plain.toByteArray();
            byte[] place = "Exif\0\0GPS-PLATS".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, 2);
            out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (place.length + 2)});
            out.write(place);
            out.write(bytes, 2, bytes.length - 2);
            return out.toByteArray();
        }
    }
}
