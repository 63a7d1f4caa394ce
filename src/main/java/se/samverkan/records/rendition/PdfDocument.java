package se.samverkan.records.rendition;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document as PDF: readable for everyone (PDF/UA-1, ISO 14289-1) and fit for the archive (PDF/A-3a, ISO 19005-3). Nothing
 * is fetched from anywhere while it is written.
 */
public final class PdfDocument {

    private static final Logger log = LoggerFactory.getLogger(PdfDocument.class);

    static {
        // The library has a log of its own on standard error; what it says comes by the document instead.
        XRLog.setLoggingEnabled(false);
    }

    private PdfDocument() {}

    /** The file. Same document, same bytes, on the same release of Samverkan and Java. */
    public static byte[] write(Rendition document) {
        String source = PdfSource.of(document);
        return write(source, pdf -> {
            PdfTags.mend(pdf);
            PdfFinish.finish(pdf, document, source);
        });
    }

    /** The file of XHTML that is at hand, with what is still to be done to it. */
    static byte[] write(String source, Finish finish) {
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = renderer(source, pdf)) {
            renderer.createPDFWithoutClosing();
            finish.finish(pdf);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            pdf.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is done to a PDF before it is saved. */
    @FunctionalInterface
    interface Finish {
        void finish(PDDocument pdf) throws IOException;
    }

    private static PdfBoxRenderer renderer(String source, PDDocument pdf) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        builder.withHtmlContent(source, "");
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, address) -> null);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("Samverkan");
        builder.withDiagnosticConsumer(PdfDocument::tell);
        for (int weight : Lettering.WEIGHTS.keySet()) {
            PDFontSupplier font = new PDFontSupplier(Lettering.font(weight, pdf));
            builder.useFont(font, Lettering.FAMILY, weight, FontStyle.NORMAL, true);
        }
        return builder.buildPdfRenderer();
    }

    private static void tell(Diagnostic diagnostic) {
        log.debug("{}", diagnostic.getFormattedMessage());
    }
}
