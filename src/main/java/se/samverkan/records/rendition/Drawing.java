package se.samverkan.records.rendition;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An SVG drawing made fit for paper: with a size, in the document's letters, with its alternative text where the PDF writer
 * looks for it, and without what a page would need (names, roles). Sizes are in CSS pixels, 96 to an inch.
 */
final class Drawing {

    /** What could fetch, run or hide something, or would not be drawn as on a page. */
    private static final Set<String> REFUSED = Set.of("script", "foreignObject", "image", "style", "tspan", "textPath");

    /** The room between the margins, 155 mm. */
    private static final double WIDEST = 155 / 25.4 * 96;

    private final Element svg;
    private final double width;
    private final double height;

    private Drawing(Element svg, double width, double height) {
        this.svg = svg;
        this.width = width;
        this.height = height;
    }

    /** @throws IllegalArgumentException when it is no drawing that stands by itself */
    static void check(String svg) {
        parse(svg);
    }

    static Drawing of(Block.Figure figure) {
        Drawing drawing = parse(figure.svg());
        double scale = Math.min(1, WIDEST / drawing.width);
        Element svg = drawing.svg;
        svg.setAttribute("alt", figure.alternative());
        DrawnText.outline(svg);
        svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
        return new Drawing(svg, drawing.width * scale, drawing.height * scale);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The element as XML. */
    String markup() {
        StringWriter markup = new StringWriter();
        try {
            var writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(svg), new StreamResult(markup));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return markup.toString();
    }

    private static Drawing parse(String markup) {
        Element svg = element(markup);
        if (!svg.getTagName().equals("svg")) {
            throw new IllegalArgumentException("A figure is an svg element, not " + svg.getTagName());
        }
        NodeList parts = svg.getElementsByTagName("*");
        for (int i = 0; i < parts.getLength(); i++) {
            refuseForeign((Element) parts.item(i));
        }
        double[] box = viewBox(svg.getAttribute("viewBox"));
        return new Drawing(svg, box[2], box[3]);
    }

    private static Element element(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(markup))).getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalArgumentException("The svg of a figure is not whole: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuseForeign(Element part) {
        String href = part.getAttribute("href") + part.getAttribute("xlink:href");
        if (REFUSED.contains(part.getTagName()) || !(href.isEmpty() || href.startsWith("#"))) {
            throw new IllegalArgumentException("A figure may not hold <" + part.getTagName() + ">"
                    + (href.isEmpty() ? "" : " that refers to " + href));
        }
    }

    private static double[] viewBox(String given) {
        try {
            double[] box = Arrays.stream(given.strip().split("[\\s,]+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (box.length == 4 && box[2] > 0 && box[3] > 0) {
                return box;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("The svg of a figure needs a viewBox, not \"" + given + "\"");
    }
}
