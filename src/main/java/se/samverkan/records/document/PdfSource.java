package se.samverkan.records.document;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What the PDF is made from: XHTML by a template, with its style sheet in it.
 *
 * @param page the words around the page numbers
 * @param bookmarks the headings
 * @param styles the style sheet
 */
record PdfSource(Document document, PageWords page, List<Outline> bookmarks, String styles) {

    /** The room between the margins, in CSS pixels. */
    private static final double TEXT_WIDTH = 155 / 25.4 * 96;

    static String of(Document document) {
        StringOutput out = new StringOutput();
        PdfSource source =
                new PdfSource(document, PageWords.in(document), Outline.of(document.blocks()), Shared.STYLES);
        Shared.TEMPLATES.render("records/document/pdf.jte", source, out);
        return Lettering.writable(out.toString());
    }

    /** The drawing of a figure, at most as wide as the text. */
    Drawing drawing(Block.Figure figure) {
        return Drawing.of(figure, TEXT_WIDTH);
    }

    /** Made ready when the first document is written. */
    private static final class Shared {

        static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
                null, ContentType.Html, PdfSource.class.getClassLoader(), "se.samverkan");
        static final String STYLES = read("/records/document/pdf.css");

        private static String read(String path) {
            try (InputStream file = Objects.requireNonNull(PdfSource.class.getResourceAsStream(path), path)) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
