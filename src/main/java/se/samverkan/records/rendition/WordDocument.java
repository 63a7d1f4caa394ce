package se.samverkan.records.rendition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * A document as a Word file (Office Open XML, ISO/IEC 29500), to be worked on: real headings, lists and tables that Word and
 * LibreOffice know as such. Letters that the PDF's font lacks stay as they are, since the reader's program has fonts for them.
 */
public final class WordDocument {

    private WordDocument() {}

    /** The file. Same document, same bytes, on the same release of Samverkan and Java. */
    public static byte[] write(Rendition document) {
        Instant made = document.made().truncatedTo(ChronoUnit.SECONDS);
        try (XWPFDocument word = WordTemplate.open(document.tag())) {
            new WordContent(word, document).write();
            describe(word, document, made);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            word.write(file);
            return dated(file.toByteArray(), made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describe(XWPFDocument word, Rendition document, Instant made) throws InvalidFormatException {
        PackagePropertiesPart properties =
                word.getProperties().getCoreProperties().getUnderlyingProperties();
        properties.setTitleProperty(document.title());
        properties.setCreatorProperty(document.organisation());
        properties.setLanguageProperty(document.tag());
        properties.setCreatedProperty(Optional.of(Date.from(made)));
        properties.setModifiedProperty(Optional.of(Date.from(made)));
    }

    /** The same file whose parts all bear the moment when the document was made, and not that when it was written. */
    private static byte[] dated(byte[] file, Instant made) throws IOException {
        LocalDateTime moment = LocalDateTime.ofInstant(made, ZoneOffset.UTC);
        ByteArrayOutputStream dated = new ByteArrayOutputStream(file.length);
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(dated, StandardCharsets.UTF_8)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                ZipEntry entry = new ZipEntry(part.getName());
                entry.setTimeLocal(moment);
                zip.putNextEntry(entry);
                parts.transferTo(zip);
                zip.closeEntry();
            }
        }
        return dated.toByteArray();
    }
}
