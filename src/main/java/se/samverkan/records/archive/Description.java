package se.samverkan.records.archive;

import java.util.List;
import java.util.SortedMap;
import se.samverkan.records.archive.ArchiveContribution.Contribution;
import se.samverkan.records.archive.ArchiveContribution.Fact;

/** What describes a matter in its package: case.xml of ours, the same as Dublin Core, and what happened as PREMIS. */
final class Description {

    static final String NAMESPACE = "urn:samverkan:archive:case:1";

    private static final Attributes NONE = Attributes.none();

    private final Matter matter;
    private final SortedMap<String, Contribution> parts;

    Description(Matter matter, SortedMap<String, Contribution> parts) {
        this.matter = matter;
        this.parts = parts;
    }

    byte[] matter(List<Listed> files) {
        return Xml.of(xml ->
                xml.element("case", Attributes.of("xmlns", NAMESPACE).and("xml:lang", "sv"), () -> {
                    xml.text("identity", Mets.identity(matter)).text("name", matter.name());
                    if (!matter.caseNumber().isEmpty()) {
                        xml.text("caseNumber", matter.caseNumber());
                    }
                    xml.text(
                            "owner",
                            Attributes.of("key", matter.owner().key()),
                            matter.owner().name());
                    xml.text("closed", matter.closedAt().toString());
                    parts.forEach((name, part) -> part(xml, name, part, files));
                }));
    }

    private static void part(Xml xml, String name, Contribution part, List<Listed> files) {
        xml.element("part", Attributes.of("name", name).and("title", part.title()), () -> {
            facts(xml, part.facts());
            part.files().forEach(file -> file(xml, file, listed(files, Layout.of(name, file.name()))));
        });
    }

    private static Listed listed(List<Listed> files, String path) {
        return files.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static void file(Xml xml, ArchivedFile file, Listed listed) {
        Attributes attributes = Attributes.of("path", listed.path())
                .and("title", file.title())
                .and("made", file.made())
                .and("sha256", listed.checksum());
        xml.element("file", attributes, () -> facts(xml, file.facts()));
    }

    private static void facts(Xml xml, List<Fact> facts) {
        facts.forEach(fact -> xml.text("fact", Attributes.of("label", fact.label()), fact.value()));
    }

    byte[] dublinCore() {
        return Xml.of(xml ->
                xml.element("simpledc", Attributes.of("xmlns:dc", "http://purl.org/dc/elements/1.1/"), () -> {
                    xml.text("dc:title", matter.name())
                            .text("dc:creator", matter.owner().name())
                            .text("dc:date", matter.closedAt().toString())
                            .text("dc:identifier", Mets.identity(matter))
                            .text("dc:language", "sv");
                    if (!matter.caseNumber().isEmpty()) {
                        xml.text("dc:identifier", matter.caseNumber());
                    }
                    parts.values().forEach(part -> xml.text("dc:description", part.title()));
                }));
    }

    byte[] premis(String version) {
        Attributes root = Attributes.of("xmlns", "http://www.loc.gov/premis/v3")
                .and("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .and("version", "3.0");
        return Xml.of(xml -> xml.element("premis", root, () -> {
            xml.element(
                    "object",
                    Attributes.of("xsi:type", "intellectualEntity"),
                    () -> identified(xml, "object", "UUID", Mets.identity(matter)));
            xml.element("event", NONE, () -> {
                identified(xml, "event", "local", matter.packageName() + "-creation");
                xml.text("eventType", "creation")
                        .text("eventDateTime", matter.closedAt().toString());
                xml.element(
                        "linkingAgentIdentifier",
                        NONE,
                        () -> xml.text("linkingAgentIdentifierType", "local")
                                .text("linkingAgentIdentifierValue", "samverkan"));
                xml.element(
                        "linkingObjectIdentifier",
                        NONE,
                        () -> xml.text("linkingObjectIdentifierType", "UUID")
                                .text("linkingObjectIdentifierValue", Mets.identity(matter)));
            });
            xml.element("agent", NONE, () -> {
                identified(xml, "agent", "local", "samverkan");
                xml.text("agentName", "Samverkan").text("agentType", "software").text("agentVersion", version);
            });
        }));
    }

    private static void identified(Xml xml, String what, String type, String value) {
        xml.element(
                what + "Identifier",
                NONE,
                () -> xml.text(what + "IdentifierType", type).text(what + "IdentifierValue", value));
    }
}
