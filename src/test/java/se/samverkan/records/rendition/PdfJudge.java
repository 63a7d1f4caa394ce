package se.samverkan.records.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF, which holds a file to every rule of a standard that a machine can check. */
public final class PdfJudge {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfJudge() {}

    public static void passes(byte[] pdf, PDFAFlavour standard) throws Exception {
        try (PDFAParser file = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
                PDFAValidator judge = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult verdict = judge.validate(file);

            assertThat(verdict.getTestAssertions().stream()
                            .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                            .map(each -> each.getRuleId() + " " + each.getMessage() + " at "
                                    + each.getLocation().getContext()))
                    .as(standard.name())
                    .isEmpty();
            assertThat(verdict.isCompliant()).as(standard.name()).isTrue();
            assertThat(verdict.getTotalAssertions()).isPositive();
        }
    }
}
