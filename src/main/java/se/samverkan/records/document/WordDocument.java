package se.samverkan.records.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A document as a Word file (Office Open XML, ISO/IEC 29500), to be worked on: real headings, lists and tables that Word and
 * LibreOffice know as such. Letters that the PDF's font lacks stay as they are, since the reader's program has fonts for them.
 */
public final class WordDocument {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final WordSource source;
    private final LocalDateTime made;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8);

    private WordDocument(WordSource source) {
        this.source = source;
        this.made = LocalDateTime.ofInstant(source.made(), ZoneOffset.UTC);
    }

    /** The file. Same document, same bytes, on the same release of Samverkan and Java. */
    public static byte[] write(Document document) {
        try {
            return new WordDocument(WordSource.of(document)).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] write() throws IOException {
        fixed("[Content_Types].xml", "content-types.xml");
        fixed("_rels/.rels", "package-rels.xml");
        fixed("docProps/app.xml", "app.xml");
        drawn("docProps/core.xml", "wordproperties");
        drawn("word/document.xml", "word");
        drawn("word/_rels/document.xml.rels", "wordrelations");
        drawn("word/header.xml", "wordheader");
        drawn("word/footer.xml", "wordfooter");
        drawn("word/footer-first.xml", "wordfooter");
        fixed("word/styles.xml", "styles.xml");
        fixed("word/numbering.xml", "numbering.xml");
        fixed("word/settings.xml", "settings.xml");
        fixed("word/fontTable.xml", "fontTable.xml");
        for (Picture picture : source.pictures()) {
            put("word/media/" + picture.relation() + ".png", picture.png());
        }
        zip.close();
        return file.toByteArray();
    }

    /** A part that is the same in every document but for its language. */
    private void fixed(String part, String name) throws IOException {
        put(
                part,
                Templates.read("word/" + name)
                        .replace("{language}", source.document().tag()));
    }

    private void drawn(String part, String template) throws IOException {
        put(part, DECLARATION + Templates.draw(template, source));
    }

    private void put(String part, String text) throws IOException {
        put(part, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String part, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(made);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
