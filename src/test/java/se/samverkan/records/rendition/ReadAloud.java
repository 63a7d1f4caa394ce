package se.samverkan.records.rendition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as a screen reader says it: its tags in reading order, each with what is in it, such as {@code H1 Decision}. */
final class ReadAloud {

    private final Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    private ReadAloud() {}

    static List<String> of(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ReadAloud reader = new ReadAloud();
            for (PDPage page : document.getPages()) {
                reader.listen(page);
            }
            reader.read(document.getDocumentCatalog().getStructureTreeRoot());
            return reader.said;
        }
    }

    private void listen(PDPage page) throws Exception {
        Map<Integer, String> known = texts.computeIfAbsent(page, any -> new HashMap<>());
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            StringBuilder text = new StringBuilder();
            for (Object part : content.getContents()) {
                if (part instanceof TextPosition letter) {
                    text.append(letter.getUnicode());
                }
            }
            known.put(content.getMCID(), text.toString());
        }
    }

    private void read(PDStructureNode node) {
        StringBuilder own = new StringBuilder();
        int place = said.size();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                read(element);
            } else if (kid instanceof Integer number) {
                own.append(texts.get(((PDStructureElement) node).getPage()).get(number));
            } else if (kid instanceof PDMarkedContentReference reference) {
                own.append(texts.get(reference.getPage()).get(reference.getMCID()));
            }
        }
        if (node instanceof PDStructureElement element) {
            String alternative = element.getAlternateDescription() == null ? "" : element.getAlternateDescription();
            String kind = element.getStructureType();
            said.add(place, (kind + " " + own.toString().replaceAll("\\s+", " ").strip() + alternative).strip());
        }
    }
}
