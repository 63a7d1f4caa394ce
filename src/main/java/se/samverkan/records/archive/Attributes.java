package se.samverkan.records.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The attributes of an element, in the order they are written. */
final class Attributes {

    private final Map<String, String> values = new LinkedHashMap<>();

    static Attributes none() {
        return new Attributes();
    }

    static Attributes of(String name, Object value) {
        return none().and(name, value);
    }

    Attributes and(String name, Object value) {
        values.put(name, Xml.clean(value.toString()));
        return this;
    }

    void write(XMLStreamWriter out) throws XMLStreamException {
        for (Map.Entry<String, String> each : values.entrySet()) {
            out.writeAttribute(each.getKey(), each.getValue());
        }
    }
}
