package se.samverkan.records.archive;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads which files a METS list names. It comes from outside, so it may name no document type and fetches nothing.
 */
final class MetsList {

    private static final long UNKNOWN = -1;

    /**
     * A file as the list has it.
     *
     * @param size how many bytes, or -1 where the list does not say
     * @param checksum SHA-256 in hexadecimal, or null where it gives none
     */
    record Entry(String path, long size, @Nullable String checksum) {}

    private final XMLStreamReader xml;
    private final List<Entry> entries = new ArrayList<>();
    private long size = UNKNOWN;
    private @Nullable String checksum;

    private MetsList(XMLStreamReader xml) {
        this.xml = xml;
    }

    static List<Entry> read(InputStream content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return new MetsList(factory.createXMLStreamReader(content)).entries();
    }

    private List<Entry> entries() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type");
            }
            if (event == XMLStreamConstants.START_ELEMENT && Mets.NAMESPACE.equals(xml.getNamespaceURI())) {
                element(xml.getLocalName());
            }
        }
        return List.copyOf(entries);
    }

    private void element(String name) throws XMLStreamException {
        if (name.equals("file") || name.equals("mdRef")) {
            size = size();
            checksum = "SHA-256".equals(attribute("CHECKSUMTYPE")) ? attribute("CHECKSUM") : null;
        }
        if (name.equals("FLocat") || name.equals("mdRef")) {
            String path = Objects.requireNonNullElse(xml.getAttributeValue(Mets.XLINK, "href"), "");
            entries.add(new Entry(path, size, checksum));
        }
    }

    private long size() throws XMLStreamException {
        try {
            return Long.parseLong(Objects.requireNonNullElse(attribute("SIZE"), "-1"));
        } catch (NumberFormatException e) {
            throw new XMLStreamException(e);
        }
    }

    private @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }
}
