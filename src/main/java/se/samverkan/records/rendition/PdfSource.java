package se.samverkan.records.rendition;

import java.util.List;

/**
 * What the PDF is made from: XHTML by a template, with its style sheet in it.
 *
 * @param page the words around the page numbers
 * @param bookmarks the headings
 * @param styles the style sheet
 */
record PdfSource(Rendition document, PageWords page, List<Outline> bookmarks, String styles) {

    static String of(Rendition document) {
        PdfSource source = new PdfSource(
                document, PageWords.in(document), Outline.of(document.blocks()), Templates.read("pdf.css"));
        return Lettering.writable(Templates.draw("pdf", source));
    }
}
