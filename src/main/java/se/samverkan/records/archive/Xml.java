package se.samverkan.records.archive;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML file, an element a line, the same bytes for the same content. */
final class Xml {

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter out;
    private int depth;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] of(Consumer<Xml> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            content.accept(new Xml(out));
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** An element with others in it. */
    Xml element(String name, Attributes attributes, Runnable content) {
        try {
            newLine();
            out.writeStartElement(name);
            attributes.write(out);
            depth++;
            content.run();
            depth--;
            newLine();
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** An element with text in it. */
    Xml text(String name, Attributes attributes, String text) {
        try {
            newLine();
            out.writeStartElement(name);
            attributes.write(out);
            out.writeCharacters(clean(text));
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    Xml text(String name, String text) {
        return text(name, Attributes.none(), text);
    }

    /** An element with nothing in it. */
    Xml empty(String name, Attributes attributes) {
        try {
            newLine();
            out.writeEmptyElement(name);
            attributes.write(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private void newLine() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    static String clean(String text) {
        return NOT_IN_XML.matcher(text).replaceAll("");
    }
}
