package se.samverkan.records.rendition;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** What is drawn on a page, as a list of operators after their operands. */
final class PdfContent {

    private PdfContent() {}

    /** Makes contents with these numbers decoration of the page, which is seen but not read aloud. */
    static void decorate(PDDocument pdf, PDPage page, Set<Integer> numbers) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int place = 2; place < tokens.size(); place++) {
            if (tokens.get(place) instanceof Operator operator
                    && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && tokens.get(place - 1) instanceof COSDictionary properties
                    && numbers.contains(properties.getInt(COSName.MCID))) {
                tokens.set(place - 2, COSName.ARTIFACT);
                tokens.set(place - 1, pagination());
            }
        }
        PDStream content = new PDStream(pdf);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(content);
    }

    private static COSDictionary pagination() {
        COSDictionary properties = new COSDictionary();
        properties.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
        return properties;
    }
}
