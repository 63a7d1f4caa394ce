package se.samverkan.records.rendition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The empty Word file that every document begins as: its styles, list signs, settings and page. It is kept as the parts it is
 * zipped from, so that a change of look can be read.
 */
final class WordTemplate {

    /** Where each part lies in the file, and what it is called among the resources. */
    private static final Map<String, String> PARTS = Map.of(
            "[Content_Types].xml", "content-types.xml",
            "_rels/.rels", "package-rels.xml",
            "docProps/app.xml", "app.xml",
            "word/document.xml", "document.xml",
            "word/_rels/document.xml.rels", "document-rels.xml",
            "word/styles.xml", "styles.xml",
            "word/numbering.xml", "numbering.xml",
            "word/settings.xml", "settings.xml",
            "word/fontTable.xml", "fontTable.xml");

    private WordTemplate() {}

    /** @param language as formats write it, such as {@code sv-SE} */
    static XWPFDocument open(String language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            for (String part : PARTS.keySet().stream().sorted().toList()) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(Templates.read("word/" + PARTS.get(part))
                        .replace("{language}", language)
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return new XWPFDocument(new ByteArrayInputStream(file.toByteArray()));
    }
}
