package se.samverkan.records.rendition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A figure as Word takes it: a picture of points, drawn by the PDF writer so that it looks the same in both.
 *
 * @param number its place among the figures, from 1
 */
record Picture(int number, Block.Figure figure, Drawing drawing) {

    private static final String PAGE = """
            <html><head><style>@page { size: %.2fpx %.2fpx; margin: 0 } body { margin: 0 }</style></head>
            <body>%s</body></html>""";
    private static final float POINTS_PER_INCH = 2 * 96;
    private static final int EMU_PER_PIXEL = 9525;

    /** What the file calls it. */
    String name() {
        return "figure" + number;
    }

    /** Its width in the English Metric Units of Office Open XML. */
    long cx() {
        return Math.round(drawing.width() * EMU_PER_PIXEL);
    }

    long cy() {
        return Math.round(drawing.height() * EMU_PER_PIXEL);
    }

    byte[] png() {
        String page = String.format(Locale.ROOT, PAGE, drawing.width(), drawing.height(), drawing.markup());
        byte[] pdf = PdfDocument.write(Lettering.writable(page), drawn -> {});
        try (PDDocument drawn = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(drawn).renderImageWithDPI(0, POINTS_PER_INCH, ImageType.RGB);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
