package se.samverkan.records.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip of one folder. Nothing is compressed: what two versions of a compressor make differs, and the bytes must not;
 * PDF is compressed already. Every entry has the package's moment, without a time zone.
 */
final class ZipFolder implements AutoCloseable {

    private final ZipOutputStream zip;
    private final String folder;
    private final LocalDateTime moment;

    ZipFolder(OutputStream out, String folder, Instant moment) {
        this.zip = new ZipOutputStream(out);
        this.folder = folder;
        this.moment = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** @throws java.util.zip.ZipException when the file is not what it was when it was listed */
    void add(Listed file) throws IOException {
        ZipEntry entry = new ZipEntry(folder + "/" + file.path());
        entry.setTimeLocal(moment);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.size());
        entry.setCrc(file.crc());
        zip.putNextEntry(entry);
        try (InputStream content = file.content().open()) {
            content.transferTo(zip);
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }
}
