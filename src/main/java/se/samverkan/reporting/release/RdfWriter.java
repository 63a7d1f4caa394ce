package se.samverkan.reporting.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import se.samverkan.reporting.release.Triple.Term;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes linked data in the three ways that catalogues read: Turtle, JSON-LD and RDF/XML. Written without abbreviations, so that each
 * is some lines of code and what is read back is what was said.
 */
@Component
class RdfWriter {

    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private final JsonMapper json;

    RdfWriter(JsonMapper json) {
        this.json = json;
    }

    /** One sentence a line, which is Turtle and N-Triples at once. */
    String turtle(List<Triple> triples) {
        return triples.stream()
                .map(triple ->
                        "<" + triple.subject() + "> <" + triple.predicate() + "> " + turtle(triple.object()) + " .\n")
                .collect(Collectors.joining());
    }

    private static String turtle(Term term) {
        return switch (term) {
            case Term.Iri iri -> "<" + iri.address() + ">";
            case Term.Text text -> quoted(text.text()) + "@" + text.language();
            case Term.Value value -> quoted(value.text()) + "^^<" + value.type() + ">";
        };
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    /** Expanded JSON-LD: a list of things with all that is said of each. */
    String jsonLd(List<Triple> triples) {
        Map<String, Map<String, Object>> things = new LinkedHashMap<>();
        for (Triple triple : triples) {
            Map<String, Object> thing = things.computeIfAbsent(triple.subject(), RdfWriter::thing);
            if (triple.predicate().equals(TYPE) && triple.object() instanceof Term.Iri type) {
                list(thing, "@type").add(type.address());
            } else {
                list(thing, triple.predicate()).add(jsonLd(triple.object()));
            }
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(things.values());
    }

    private static Map<String, Object> thing(String address) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@id", address);
        return thing;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> thing, String key) {
        return (List<Object>) thing.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    private static Map<String, String> jsonLd(Term term) {
        return switch (term) {
            case Term.Iri iri -> Map.of("@id", iri.address());
            case Term.Text text -> Map.of("@value", text.text(), "@language", text.language());
            case Term.Value value -> Map.of("@value", value.text(), "@type", value.type());
        };
    }

    String rdfXml(List<Triple> triples) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        for (Triple triple : triples) {
            int split = Math.max(
                            triple.predicate().lastIndexOf('#'),
                            triple.predicate().lastIndexOf('/'))
                    + 1;
            String name = triple.predicate().substring(split);
            xml.append("<rdf:Description rdf:about=\"%s\"><p:%s xmlns:p=\"%s\"%s</p:%s></rdf:Description>\n"
                    .formatted(
                            HtmlUtils.htmlEscapeDecimal(triple.subject()),
                            name,
                            triple.predicate().substring(0, split),
                            xml(triple.object()),
                            name));
        }
        return xml.append("</rdf:RDF>\n").toString();
    }

    private static String xml(Term term) {
        return switch (term) {
            case Term.Iri iri -> " rdf:resource=\"" + HtmlUtils.htmlEscapeDecimal(iri.address()) + "\">";
            case Term.Text text ->
                " xml:lang=\"" + text.language() + "\">" + HtmlUtils.htmlEscapeDecimal(text.text(), "UTF-8");
            case Term.Value value ->
                " rdf:datatype=\"" + value.type() + "\">" + HtmlUtils.htmlEscapeDecimal(value.text(), "UTF-8");
        };
    }
}
