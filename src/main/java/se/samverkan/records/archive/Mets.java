package se.samverkan.records.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The list of a package: METS 1.12 after the profile of E-ARK SIP, which FGS Paketstruktur adopts. It names every file
 * with its size and SHA-256, and points to what describes the matter and what has happened to it.
 */
final class Mets {

    static final String PATH = "METS.xml";
    static final String NAMESPACE = "http://www.loc.gov/METS/";
    static final String XLINK = "http://www.w3.org/1999/xlink";

    private static final String PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml";
    private static final String REPRESENTATION = "Representations/rep1";

    private final Matter matter;
    private final String version;
    private final Layout files;

    Mets(Matter matter, String version, Layout files) {
        this.matter = matter;
        this.version = version;
        this.files = files;
    }

    byte[] write() {
        return Xml.of(xml -> xml.element("mets", root(), () -> {
            header(xml);
            described(xml, "dmd-dc", files.dublinCore(), "DC");
            described(xml, "dmd-case", files.matter(), "OTHER");
            happened(xml);
            listed(xml);
            arranged(xml);
        }));
    }

    private Attributes root() {
        return Attributes.of("xmlns", NAMESPACE)
                .and("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS")
                .and("xmlns:sip", "https://DILCIS.eu/XML/METS/SIPExtensionMETS")
                .and("xmlns:xlink", XLINK)
                .and("OBJID", identity(matter))
                .and("LABEL", matter.name())
                .and("TYPE", "Collection")
                .and("csip:CONTENTINFORMATIONTYPE", "MIXED")
                .and("PROFILE", PROFILE);
    }

    /** The same for the same matter closed at the same moment. */
    static String identity(Matter matter) {
        String name = matter.owner().key() + "/" + matter.type() + "/" + matter.id() + "/" + matter.closedAt();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void header(Xml xml) {
        Attributes made = Attributes.of("CREATEDATE", matter.closedAt())
                .and("RECORDSTATUS", "NEW")
                .and("csip:OAISPACKAGETYPE", "SIP");
        xml.element("metsHdr", made, () -> {
            Attributes program =
                    Attributes.of("ROLE", "CREATOR").and("TYPE", "OTHER").and("OTHERTYPE", "SOFTWARE");
            xml.element(
                    "agent",
                    program,
                    () -> xml.text("name", "Samverkan")
                            .text("note", Attributes.of("csip:NOTETYPE", "SOFTWARE VERSION"), version));
            organisation(xml, "ARCHIVIST");
            organisation(xml, "CREATOR");
            if (!matter.caseNumber().isEmpty()) {
                xml.text("altRecordID", Attributes.of("TYPE", "REFERENCECODE"), matter.caseNumber());
            }
            xml.text("metsDocumentID", PATH);
        });
    }

    private void organisation(Xml xml, String role) {
        xml.element(
                "agent",
                Attributes.of("ROLE", role).and("TYPE", "ORGANIZATION"),
                () -> xml.text("name", matter.owner().name())
                        .text(
                                "note",
                                Attributes.of("csip:NOTETYPE", "IDENTIFICATIONCODE"),
                                matter.owner().key()));
    }

    private void described(Xml xml, String id, Listed file, String kind) {
        xml.element("dmdSec", section(id), () -> reference(xml, file, kind));
    }

    private void happened(Xml xml) {
        xml.element(
                "amdSec",
                Attributes.of("ID", "amd"),
                () -> xml.element("digiprovMD", section("amd-premis"), () -> reference(xml, files.premis(), "PREMIS")));
    }

    private Attributes section(String id) {
        return Attributes.of("ID", id).and("CREATED", matter.closedAt()).and("STATUS", "CURRENT");
    }

    private static void reference(Xml xml, Listed file, String kind) {
        Attributes reference = located(Attributes.none(), file).and("MDTYPE", kind);
        if (kind.equals("OTHER")) {
            reference.and("OTHERMDTYPE", "SAMVERKAN-CASE");
        }
        xml.empty("mdRef", measured(reference, file));
    }

    private static Attributes located(Attributes attributes, Listed file) {
        return attributes.and("LOCTYPE", "URL").and("xlink:type", "simple").and("xlink:href", file.path());
    }

    private static Attributes measured(Attributes attributes, Listed file) {
        return attributes
                .and("MIMETYPE", file.form().mediaType())
                .and("SIZE", file.size())
                .and("CREATED", file.made())
                .and("CHECKSUM", file.checksum())
                .and("CHECKSUMTYPE", "SHA-256");
    }

    private void listed(Xml xml) {
        xml.element("fileSec", Attributes.of("ID", "files"), () -> {
            group(xml, "documentation", "Documentation", List.of(files.readMe()));
            if (!files.contributed().isEmpty()) {
                group(xml, "rep1", REPRESENTATION, files.contributed());
            }
        });
    }

    private static void group(Xml xml, String id, String use, List<Listed> files) {
        Attributes group = Attributes.of("ID", id).and("USE", use);
        if (use.equals(REPRESENTATION)) {
            group.and("csip:CONTENTINFORMATIONTYPE", "MIXED");
        }
        xml.element(
                "fileGrp",
                group,
                () -> IntStream.range(0, files.size())
                        .forEach(number -> file(xml, id + "-" + (number + 1), files.get(number))));
    }

    private static void file(Xml xml, String id, Listed file) {
        Attributes attributes = measured(Attributes.of("ID", id), file)
                .and("sip:FILEFORMATNAME", file.form().name());
        if (!file.form().key().isEmpty()) {
            attributes
                    .and("sip:FORMATREGISTRY", "PRONOM")
                    .and("sip:FORMATREGISTRYKEY", file.form().key());
        }
        xml.element("file", attributes, () -> xml.empty("FLocat", located(Attributes.none(), file)));
    }

    private void arranged(Xml xml) {
        Attributes map =
                Attributes.of("ID", "structure").and("TYPE", "PHYSICAL").and("LABEL", "CSIP");
        xml.element(
                "structMap",
                map,
                () -> xml.element("div", Attributes.of("ID", "div-package").and("LABEL", matter.packageName()), () -> {
                    xml.empty(
                            "div",
                            Attributes.of("ID", "div-metadata")
                                    .and("LABEL", "Metadata")
                                    .and("DMDID", "dmd-dc dmd-case")
                                    .and("ADMID", "amd-premis"));
                    pointed(xml, "Documentation", "documentation");
                    if (!files.contributed().isEmpty()) {
                        pointed(xml, REPRESENTATION, "rep1");
                    }
                }));
    }

    private static void pointed(Xml xml, String label, String group) {
        xml.element(
                "div",
                Attributes.of("ID", "div-" + group).and("LABEL", label),
                () -> xml.empty("fptr", Attributes.of("FILEID", group)));
    }
}
