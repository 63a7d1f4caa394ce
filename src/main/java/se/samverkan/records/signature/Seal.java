package se.samverkan.records.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyStore.PasswordProtection;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * Puts the organisation's own seal on a PDF (PAdES, level B-B) and validates it. The seal is invisible, so the document
 * stays readable for everyone and fit for the archive. Nothing is fetched from anywhere: whether the certificate is
 * trusted is told by its issuer, and judged where the document is read.
 */
@Component
class Seal {

    private final SealSettings settings;

    Seal(SealSettings settings) {
        this.settings = settings;
    }

    boolean isSet() {
        return settings.isSet();
    }

    /** @param at the moment that the seal says; the same document, key and moment are sealed alike */
    byte[] put(byte[] pdf, Date at) {
        try (Pkcs12SignatureToken token = new Pkcs12SignatureToken(
                Path.of(settings.file()).toFile(),
                new PasswordProtection(settings.password().toCharArray()))) {
            DSSPrivateKeyEntry key = token.getKeys().getFirst();
            PAdESSignatureParameters parameters = parameters(key, at);
            PAdESService service = new PAdESService(new CommonCertificateVerifier());
            service.setPdfObjFactory(new PdfBoxDefaultObjectFactory());
            DSSDocument document = new InMemoryDocument(pdf);
            ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
            SignatureValue value = token.sign(toBeSigned, parameters.getDigestAlgorithm(), key);
            return bytes(service.signDocument(document, parameters, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PAdESSignatureParameters parameters(DSSPrivateKeyEntry key, Date at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.getCertificate());
        parameters.setCertificateChain(key.getCertificateChain());
        parameters.bLevel().setSigningDate(at);
        return parameters;
    }

    private static byte[] bytes(DSSDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.writeTo(out);
        return out.toByteArray();
    }

    /** What a validation finds, as a simple report in XML after ETSI's model. */
    String report(byte[] sealed) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(sealed));
        validator.setCertificateVerifier(new CommonCertificateVerifier());
        return validator.validateDocument().getXmlSimpleReport();
    }
}
