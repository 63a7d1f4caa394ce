package se.samverkan.records.archive;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

/** The official schemas, which lie beside the project and are no part of it. */
final class ArchiveSchemas {

    private ArchiveSchemas() {}

    static Optional<Path> folder() {
        Path folder = Path.of("..", "shared", "data", "reference", "archive");
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }

    static void validate(Path folder, String schema, byte[] xml) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        Schema known = factory.newSchema(folder.resolve(schema).toFile());
        known.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    static org.w3c.dom.Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    /** The schema of Dublin Core imports that of xml:lang from the web; here it is given at once. */
    static void validateDublinCore(Path schema, byte[] xml) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        DOMImplementationLS loader = (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .getDOMImplementation()
                .getFeature("LS", "3.0");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            LSInput input = loader.createLSInput();
            input.setCharacterStream(new StringReader(
                    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='http://www.w3.org/XML/1998/namespace'>"
                            + "<xs:attribute name='lang' type='xs:language'/></xs:schema>"));
            return input;
        });
        Schema known = factory.newSchema(schema.toFile());
        var document = parse(xml);
        for (var node = document.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof org.w3c.dom.Element element) {
                known.newValidator().validate(new javax.xml.transform.dom.DOMSource(element));
            }
        }
    }
}
