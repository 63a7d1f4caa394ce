package se.samverkan.partnership.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.file.Upload;
import se.samverkan.testing.SamverkanTest;

/** The files that go with an offer: whoever reads the offer reads them, and on a bad day nothing of them is half kept. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class OfferFileTests {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private OfferStage stage;

    @BeforeEach
    void anOffice() {
        stage = new OfferStage(application);
    }

    @AfterEach
    void thereIsRoomAgain() {
        stage.behind("drop trigger if exists full_disk on records.file_part");
    }

    @Test
    void areReadByThoseWhoReadTheOfferAndByNobodyBeforeItIsSent() throws Exception {
        long offer = stage.made(stage.draft(OfferStage.TWO, stage.first));
        StoredFile one = sent("Om programmet.pdf");
        stage.does(stage.officer, () -> files().attach(offer, 0, one.id()));
        StoredFile two = sent("Tidplan.pdf");
        stage.does(stage.officer, () -> files().attach(offer, 1, two.id()));
        StoredFile wrong = sent("Fel fil.pdf");
        stage.does(stage.officer, () -> files().attach(offer, 2, wrong.id()));
        stage.does(stage.officer, () -> files().detach(offer, 3, wrong.id()));

        for (long early : List.of(stage.director, stage.headTeacher, stage.neighbour)) {
            assertThat(reads(early, offer, one).getStatus()).isEqualTo(404);
            assertThat(stage.as(early, () -> stage.bean(Files.class).find(one.id())))
                    .isEmpty();
        }
        stage.does(stage.officer, () -> stage.bean(OfferSending.class).send(offer, 4));

        for (long told : List.of(stage.officer, stage.director, stage.headTeacher, stage.areaHead)) {
            assertThat(stage.as(told, () -> files().of(offer)))
                    .extracting(StoredFile::name)
                    .containsExactly("Om programmet.pdf", "Tidplan.pdf");
            assertThat(reads(told, offer, one).getContentAsByteArray()).isEqualTo(PDF);
        }
        for (long stranger : stage.strangers()) {
            assertThat(reads(stranger, offer, one).getStatus()).isEqualTo(404);
        }
        assertThat(reads(stage.otherHeadTeacher, offer, one).getStatus()).isEqualTo(404);
        assertThat(reads(stage.director, offer, wrong).getStatus()).isEqualTo(404);
        assertThat(stage.page(stage.headTeacher, "/offers/" + offer)).contains("Om programmet.pdf", "Tidplan.pdf");
        assertThat(stage.told("file-attached", offer, stage.office)).isEqualTo(3);
        assertThat(stage.told("file-detached", offer, stage.office)).isOne();
        assertThat(stage.told("file-attached", offer, stage.organiser)).isZero();
    }

    @Test
    void areFixedWhenTheOfferIsSent() {
        long offer = stage.made(stage.draft(OfferStage.TWO, stage.first));
        StoredFile file = sent("Om programmet.pdf");
        stage.does(stage.officer, () -> files().attach(offer, 0, file.id()));
        assertThat(stage.refusal(
                                stage.officer,
                                () -> stage.bean(OfferSending.class).send(offer, 0))
                        .kind())
                .as("whoever sends has read what goes with it")
                .isEqualTo(se.samverkan.shared.Refusal.Kind.STALE);
        stage.does(stage.officer, () -> stage.bean(OfferSending.class).send(offer, 1));
        StoredFile late = sent("Sent.pdf");
        assertThat(stage.reason(stage.officer, () -> files().attach(offer, 2, late.id())))
                .isEqualTo("partnership.offer.refusal.sent");
        assertThat(stage.reason(stage.officer, () -> files().detach(offer, 2, file.id())))
                .isEqualTo("partnership.offer.refusal.sent");
        assertThat(past(
                        stage.officer,
                        "insert into partnership.offer_file (offer, file) values (" + offer + ", " + late.id() + ")"))
                .contains("row-level security");
        assertThat(past(stage.officer, "delete from partnership.offer_file")).contains("permission denied");
    }

    @Test
    void areTheSendersOwnToAttach() {
        long offer = stage.made(stage.draft(OfferStage.TWO, stage.first));
        StoredFile another = stage.as(stage.director, () -> keep("Hemlig.pdf"));
        assertThat(stage.reason(stage.officer, () -> files().attach(offer, 0, another.id())))
                .isEqualTo("refusal.not-seen");
        assertThat(past(
                        stage.officer,
                        "insert into partnership.offer_file (offer, file) values (" + offer + ", " + another.id()
                                + ")"))
                .contains("row-level security");
        assertThat(stage.reason(stage.director, () -> files().attach(offer, 0, another.id())))
                .isEqualTo("refusal.verb.RUN_PARTNERSHIP");
    }

    @Test
    void areRefusedWhenTheyAreNotWhatTheirNameSays() throws Exception {
        long offer = stage.made(stage.draft(OfferStage.TWO, stage.first));
        MockHttpServletResponse answer = sends(offer, "plan.docx", PDF);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("plan.docx", "inte vad namnet säger");
        assertThat(sends(offer, "tom.pdf", new byte[0]).getStatus()).isEqualTo(422);
        assertThat(stage.as(stage.officer, () -> files().of(offer))).isEmpty();
    }

    @Test
    void of500MegabytesAreAnsweredByTheirHead() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("""
                    POST /partnerships/offers/1/files HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: 524288000\r
                    \r
                    --x\r
                    """.getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .contains(" 413");
        }
    }

    @Test
    void areNotHalfKeptWhenTheDiskGetsFullInTheMiddle() throws Exception {
        long offer = stage.made(stage.draft(OfferStage.TWO, stage.first));
        stage.behind("""
                create or replace function public.full_disk() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
                """);
        stage.behind("""
                create trigger full_disk before insert on records.file_part for each row when (new.number = 1)
                execute function public.full_disk()
                """);
        byte[] large = new byte[3 * 1024 * 1024];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        String unique = "Stor " + UUID.randomUUID() + ".pdf";

        MockHttpServletResponse answer = sends(offer, unique, large);

        assertThat(answer.getContentAsString()).contains("disken på servern är full");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(stage.count("select count(*) from records.file where name = '" + unique + "'"))
                .isZero();
        assertThat(stage.as(stage.officer, () -> files().of(offer))).isEmpty();

        thereIsRoomAgain();
        assertThat(sends(offer, unique, large).getStatus()).isEqualTo(303);
        assertThat(stage.as(stage.officer, () -> files().of(offer)))
                .extracting(StoredFile::name)
                .containsExactly(unique);
    }

    private OfferFiles files() {
        return stage.bean(OfferFiles.class);
    }

    private StoredFile sent(String name) {
        return stage.as(stage.officer, () -> keep(name));
    }

    private StoredFile keep(String name) {
        return stage.bean(Files.class).keep(new Upload(name, PDF.length, () -> new ByteArrayInputStream(PDF)));
    }

    private MockHttpServletResponse reads(long person, long offer, StoredFile file) {
        return stage.asks(person, MockMvcRequestBuilders.get("/partnerships/offers/" + offer + "/files/" + file.id()));
    }

    private MockHttpServletResponse sends(long offer, String name, byte[] content) {
        return stage.asks(
                stage.officer,
                MockMvcRequestBuilders.multipart("/partnerships/offers/" + offer + "/files")
                        .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString()));
    }

    /** What the database answers somebody who asks past every door. */
    private String past(long person, String sql) {
        Throwable refused = catchThrowable(() -> stage.does(
                person,
                () -> stage.bean(org.springframework.transaction.support.TransactionOperations.class)
                        .executeWithoutResult(
                                status -> stage.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                        .sql(sql)
                                        .update())));
        return String.valueOf(org.springframework.core.NestedExceptionUtils.getMostSpecificCause(refused)
                .getMessage());
    }
}
