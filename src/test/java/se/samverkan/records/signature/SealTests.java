package se.samverkan.records.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import se.samverkan.records.document.Block;
import se.samverkan.records.document.Document;
import se.samverkan.records.document.PdfDocument;

/** The organisation's seal holds, tells when the document was changed, and leaves it readable and fit for the archive. */
class SealTests {

    private static final Date AT = Date.from(Instant.parse("2027-03-12T13:05:42Z"));

    @TempDir
    static Path folder;

    private static Seal seal;
    private static byte[] document;
    private static byte[] sealed;

    @BeforeAll
    static void seals() throws Exception {
        Path key = TestSeal.in(folder);
        seal = new Seal(new SealSettings(key.toString(), TestSeal.PASSWORD));
        document = PdfDocument.write(new Document(
                Locale.forLanguageTag("sv"),
                "Exempelmyndigheten",
                "Överenskommelse",
                "",
                List.of(),
                List.of(new Block.Heading(1, "Vad vi kommer överens om"), new Block.Paragraph("Stöd i tre år.")),
                Instant.parse("2027-03-12T13:05:42Z")));
        sealed = seal.put(document, AT);
    }

    @Test
    void keepsTheDocumentAsItWasAndAddsTheSeal() {
        assertThat(sealed).startsWith(document).hasSizeGreaterThan(document.length);
        assertThat(seal.isSet()).isTrue();
    }

    @Test
    void staysReadableForEveryoneAndFitForTheArchive() throws Exception {
        passes(PDFAFlavour.PDFUA_1);
        passes(PDFAFlavour.PDFA_3_A);
    }

    @Test
    void tellsWhoSealedItAndThatItIsUntouched() {
        String report = seal.report(sealed);

        assertThat(report).contains("Exempelmyndigheten", "PAdES-BASELINE-B", "<SignaturesCount>1</SignaturesCount>");
        assertThat(report).doesNotContain("HASH_FAILURE");
    }

    @Test
    void tellsThatTheDocumentWasChanged() {
        byte[] changed = sealed.clone();
        changed[document.length / 2] ^= 1;

        assertThat(seal.report(changed)).containsAnyOf("HASH_FAILURE", "SIG_CRYPTO_FAILURE", "FORMAT_FAILURE");
    }

    @Test
    void neverTellsThePassword() {
        assertThat(new SealSettings("seal.p12", "hemligt-prov")).hasToString("SealSettings[file=seal.p12]");
        assertThat(Files.exists(folder.resolve("seal.p12"))).isTrue();
    }

    private static void passes(PDFAFlavour standard) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser file = Foundries.defaultInstance().createParser(new ByteArrayInputStream(sealed), standard);
                PDFAValidator judge = Foundries.defaultInstance().createValidator(standard, false)) {
            assertThat(judge.validate(file).getTestAssertions())
                    .filteredOn(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .extracting(TestAssertion::getMessage)
                    .isEmpty();
        }
    }
}
