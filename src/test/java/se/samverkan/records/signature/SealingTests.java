package se.samverkan.records.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.records.document.Block;
import se.samverkan.records.document.PdfDocument;
import se.samverkan.records.signature.SignatureRequest.Signatory;
import se.samverkan.shared.Installation;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;

/** A signatory reads and signs on the page, and what all have signed is sealed by itself. */
@SamverkanTest
class SealingTests {

    private static final String PASSWORD = "grytlock-harkrank-9";

    @Autowired
    Signing signing;

    @Autowired
    SigningSweep sweep;

    @Autowired
    Installation installation;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void seals(DynamicPropertyRegistry settings) throws Exception {
        Path folder = Files.createTempDirectory("seal");
        Path key = TestSeal.in(folder);
        settings.add("samverkan.seal.file", key::toString);
        settings.add("samverkan.seal.password", () -> TestSeal.PASSWORD);
    }

    @Test
    void isReadSignedOnThePageAndSealed() {
        installation.become(Installation.Kind.DEMONSTRATION);
        Cast cast = new Cast(database);
        long agency = cast.agency("Skolmyndigheten");
        long officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, agency);
        String address = "undertecknare" + System.nanoTime() + "@prov.example";
        long signatory = new TestPeople(database).add("Ulla Undertecknare", address, PASSWORD);
        long id = acting.person(officer, () -> signing.ask(request(agency, signatory)));
        Visitor visitor = new Visitor(port);
        visitor.submit(
                visitor.get("/sign-in"), "form[action='/sign-in']", Map.of("email", address, "password", PASSWORD));

        assertThat(visitor.get("/signatures").page().select("main").text())
                .contains("Väntar på dig", "Överenskommelse");
        Visitor.Answer page = visitor.get("/signatures/" + id);
        assertThat(page.page().select("main").text()).contains("påhittade och binder ingen", "nämndens beslut § 14");
        assertThat(visitor.get("/signatures/" + id + "/versions/1").header("Content-Type"))
                .contains("application/pdf");
        Visitor.Answer signed = visitor.follow(visitor.submit(page, "form[action$='/signature']", Map.of()));
        assertThat(signed.page().select("main").text()).contains("Alla har skrivit under", "Påhittad underskrift");
        Visitor.Answer again = visitor.submit(page, "form[action$='/signature']", Map.of());
        assertThat(again.status()).isEqualTo(422);

        sweep.run();
        sweep.run();

        SealedDocument sealed = acting.person(officer, () -> signing.sealed(id)).orElseThrow();
        assertThat(sealed.content()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(sealed.report()).contains("PAdES-BASELINE-B", "Exempelmyndigheten");
        Document after = visitor.get("/signatures/" + id).page();
        assertThat(after.select("a[href$='/sealed']")).hasSize(1);
        assertThat(visitor.get("/signatures/" + id + "/validation").body()).contains("SimpleReport");
        assertThat(visitor.get("/signatures/" + id + "/proofs/1/1").body()).contains("binds nobody");
    }

    private static SignatureRequest request(long agency, long signatory) {
        byte[] pdf = PdfDocument.write(new se.samverkan.records.document.Document(
                Locale.forLanguageTag("sv"),
                "Skolmyndigheten",
                "Överenskommelse",
                "",
                List.of(),
                List.of(new Block.Paragraph("Stöd i tre år.")),
                Instant.parse("2027-03-12T13:05:42Z")));
        return new SignatureRequest(
                agency,
                "agreement",
                UUID.randomUUID().toString(),
                "Överenskommelse",
                pdf,
                true,
                List.of(new Signatory(
                        signatory, "Ulla Undertecknare", agency, "Skolmyndigheten", "nämndens beslut § 14", null)));
    }
}
