package se.samverkan.records.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * Puts right what a screen reader would stumble on and the writer leaves, though a validator lets it pass: a caption read
 * after its table (it becomes the table's first part), empty heads and feet of tables, and the headings of columns read
 * once for every page that repeats them (they become decoration on all pages but the first).
 */
final class PdfTags {

    /** The numbers of the repeated contents, by page. */
    private final Map<COSDictionary, Set<Integer>> repeated = new HashMap<>();

    private PdfTags() {}

    static void mend(PDDocument pdf) throws IOException {
        PdfTags tags = new PdfTags();
        PDStructureTreeRoot root = pdf.getDocumentCatalog().getStructureTreeRoot();
        tags.mend(root.getCOSObject(), false);
        COSArray parents =
                root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        for (PDPage page : pdf.getPages()) {
            Set<Integer> numbers = tags.repeated.get(page.getCOSObject());
            if (numbers != null) {
                PdfContent.decorate(pdf, page, numbers);
                forget(parents, page.getStructParents(), numbers);
            }
        }
    }

    private void mend(COSDictionary element, boolean inHead) {
        List<COSBase> kids = kids(element);
        boolean head = inHead || isA(element, "THead");
        kids.removeIf(kid -> isEmptyEnd(kid) || (head && isRepeated(kid, element)));
        pullCaption(kids);
        element.setItem(COSName.K, kids.isEmpty() ? null : new COSArray(kids));
        for (COSBase kid : kids) {
            if (kid instanceof COSDictionary below && below.containsKey(COSName.S)) {
                mend(below, head);
            }
        }
    }

    private static List<COSBase> kids(COSDictionary element) {
        List<COSBase> kids = new ArrayList<>();
        COSBase given = element.getDictionaryObject(COSName.K);
        if (given instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                kids.add(several.getObject(i));
            }
        } else if (given != null) {
            kids.add(given);
        }
        return kids;
    }

    private static boolean isEmptyEnd(COSBase kid) {
        return kid instanceof COSDictionary part
                && (isA(part, "THead") || isA(part, "TFoot"))
                && kids(part).isEmpty();
    }

    private static boolean isA(COSDictionary element, String kind) {
        return kind.equals(element.getNameAsString(COSName.S));
    }

    /** Whether this is content on another page than the one where its element begins; if so, it is noted. */
    private boolean isRepeated(COSBase kid, COSDictionary element) {
        if (kid instanceof COSDictionary content
                && content.containsKey(COSName.MCID)
                && content.getCOSDictionary(COSName.PG) instanceof COSDictionary page
                && page != element.getCOSDictionary(COSName.PG)) {
            repeated.computeIfAbsent(page, any -> new TreeSet<>()).add(content.getInt(COSName.MCID));
            return true;
        }
        return false;
    }

    private static void pullCaption(List<COSBase> kids) {
        for (int place = 1; place < kids.size(); place++) {
            if (kids.get(place - 1) instanceof COSDictionary table
                    && isA(table, "Table")
                    && kids.get(place) instanceof COSDictionary caption
                    && isA(caption, "Caption")) {
                List<COSBase> parts = kids(table);
                parts.addFirst(caption);
                caption.setItem(COSName.P, table);
                table.setItem(COSName.K, new COSArray(parts));
                kids.remove(place);
            }
        }
    }

    /** Takes contents out of the list that leads from them to their elements. */
    private static void forget(COSArray parents, int page, Set<Integer> numbers) {
        for (int i = 0; i + 1 < parents.size(); i += 2) {
            if (parents.getObject(i) instanceof COSInteger key
                    && key.intValue() == page
                    && parents.getObject(i + 1) instanceof COSArray elements) {
                numbers.forEach(number -> elements.set(number, COSNull.NULL));
            }
        }
    }
}
