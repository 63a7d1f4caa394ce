package se.samverkan.records.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.iptc.JpegIptcRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import se.samverkan.shared.Refusal;

/**
 * Takes out of a picture what a camera writes beside it: where it was taken, with which device, by whom. Not one dot of the
 * picture itself is changed.
 */
final class Pictures {

    private static final int PNG_SIGNATURE = 8;

    /** The chunks of PNG that hold such things (PNG 3rd edition, 11.3). */
    private static final Set<String> TELLING = Set.of("eXIf", "iTXt", "tEXt", "zTXt", "tIME");

    private Pictures() {}

    static byte[] clean(FileKind kind, byte[] picture) {
        try {
            return kind == FileKind.JPEG ? cleanJpeg(picture) : cleanPng(picture);
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusal.rule("file.refusal.picture");
        }
    }

    private static byte[] cleanJpeg(byte[] picture) throws IOException {
        ByteArrayOutputStream withoutExif = new ByteArrayOutputStream(picture.length);
        new ExifRewriter().removeExifMetadata(picture, withoutExif);
        ByteArrayOutputStream withoutXmp = new ByteArrayOutputStream(picture.length);
        new JpegXmpRewriter().removeXmpXml(withoutExif.toByteArray(), withoutXmp);
        ByteArrayOutputStream withoutIptc = new ByteArrayOutputStream(picture.length);
        new JpegIptcRewriter().removeIptc(withoutXmp.toByteArray(), withoutIptc, true);
        return withoutIptc.toByteArray();
    }

    /** Commons Imaging writes no PNG without drawing it anew; its chunks are simple enough to be left out one by one. */
    private static byte[] cleanPng(byte[] picture) throws IOException {
        ByteArrayOutputStream cleaned = new ByteArrayOutputStream(picture.length);
        DataOutputStream out = new DataOutputStream(cleaned);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(picture));
        out.write(in.readNBytes(PNG_SIGNATURE));
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            byte[] name = in.readNBytes(Integer.BYTES);
            if (length < 0 || length > in.available() || name.length < Integer.BYTES) {
                throw new IOException("a chunk without end");
            }
            byte[] content = in.readNBytes(length);
            int check = in.readInt();
            type = new String(name, StandardCharsets.US_ASCII);
            if (!TELLING.contains(type)) {
                out.writeInt(length);
                out.write(name);
                out.write(content);
                out.writeInt(check);
            }
        }
        return cleaned.toByteArray();
    }
}
