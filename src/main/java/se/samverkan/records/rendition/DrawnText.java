package se.samverkan.records.rendition;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The words of a drawing as outlines of their letters. Java would take the machine's fonts for them and fails where there are
 * none, as in a small container. Nobody loses by it: a listener has the alternative text.
 */
final class DrawnText {

    private static final Set<String> OF_TEXT =
            Set.of("x", "y", "font-size", "font-weight", "font-family", "text-anchor");
    private static final String COMMANDS = "MLQCZ";

    private final Element text;
    private final double size;
    private final TrueTypeFont font;
    private final StringBuilder path = new StringBuilder();

    private DrawnText(Element text) {
        this.text = text;
        this.size = number(inherited(text, "font-size", "16"));
        this.font = Lettering.outlines(
                Set.of("600", "700", "bold").contains(inherited(text, "font-weight", "")) ? 600 : 400);
    }

    /** Puts a path in the place of every text of the drawing. */
    static void outline(Element svg) {
        NodeList texts = svg.getElementsByTagName("text");
        while (texts.getLength() > 0) {
            try {
                new DrawnText((Element) texts.item(0)).outline();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void outline() throws IOException {
        Element drawn = text.getOwnerDocument().createElement("path");
        for (int i = 0; i < text.getAttributes().getLength(); i++) {
            Node attribute = text.getAttributes().item(i);
            if (!OF_TEXT.contains(attribute.getNodeName())) {
                drawn.setAttribute(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        draw(Lettering.writable(text.getTextContent().replaceAll("\\s+", " ").strip()));
        drawn.setAttribute("d", path.toString());
        text.getParentNode().replaceChild(drawn, text);
    }

    private void draw(String words) throws IOException {
        double scale = size / font.getUnitsPerEm();
        int[] letters = letters(words);
        double width = 0;
        for (int letter : letters) {
            width += font.getAdvanceWidth(letter) * scale;
        }
        double x = attribute("x") - width * before(inherited(text, "text-anchor", "start"));
        double y = attribute("y");
        for (int letter : letters) {
            GlyphData shape = font.getGlyph().getGlyph(letter);
            if (shape != null) {
                draw(shape.getPath().getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, y)));
            }
            x += font.getAdvanceWidth(letter) * scale;
        }
    }

    private int[] letters(String words) throws IOException {
        CmapLookup shapes = font.getUnicodeCmapLookup();
        return words.codePoints().map(shapes::getGlyphId).toArray();
    }

    private void draw(PathIterator shape) {
        double[] points = new double[6];
        for (; !shape.isDone(); shape.next()) {
            int command = shape.currentSegment(points);
            path.append(COMMANDS.charAt(command));
            int coordinates = command == PathIterator.SEG_CLOSE ? 0 : Math.max(1, command) * 2;
            for (int i = 0; i < coordinates; i++) {
                path.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", points[i]));
            }
        }
    }

    /** How much of the width stands before the point. */
    private static double before(String anchor) {
        return anchor.equals("end") ? 1 : anchor.equals("middle") ? 0.5 : 0;
    }

    private double attribute(String name) {
        return text.hasAttribute(name) ? number(text.getAttribute(name)) : 0;
    }

    private static double number(String given) {
        return Double.parseDouble(given.replace("px", ""));
    }

    private static String inherited(Element element, String name, String otherwise) {
        for (Node node = element; node instanceof Element each; node = each.getParentNode()) {
            if (each.hasAttribute(name)) {
                return each.getAttribute(name);
            }
        }
        return otherwise;
    }
}
