package se.samverkan.records.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.records.document.DocumentStage;
import se.samverkan.records.file.StoredFile.Scan;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** What is sent in: what it is by its content, without what tells a place, in parts, and its sender's only. */
@SamverkanTest
class FilesTests {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    BeanFactory application;

    @LocalServerPort
    int port;

    private DocumentStage stage;

    @BeforeEach
    void somebodyWhoSendsFiles() {
        stage = new DocumentStage(application);
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, content.length, () -> new ByteArrayInputStream(content));
    }

    private StoredFile keep(String name, byte[] content) {
        return stage.as(stage.director, () -> stage.bean(Files.class).keep(upload(name, content)));
    }

    private void refuses(String reason, String name, byte[] content) {
        assertThatThrownBy(() -> keep(name, content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private byte[] taken(long person, long file) {
        return stage.as(person, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                stage.bean(Files.class).deliver(file, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    private static byte[] zip(String... parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(1);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Test
    void keepsALargeFileInPartsAndGivesItBackByteByByte() {
        byte[] large = new byte[5 * Files.PART + 17];
        for (int place = 0; place < large.length; place++) {
            large[place] = (byte) (place * 31);
        }
        System.arraycopy(PDF, 0, large, 0, PDF.length);

        StoredFile file = keep("C:\\plan\\Årsplan.pdf", large);

        assertThat(file.name()).isEqualTo("Årsplan.pdf");
        assertThat(file.size()).isEqualTo(large.length);
        assertThat(taken(stage.director, file.id())).isEqualTo(large);
        assertThat(stage.seen(stage.director, "select count(*) from records.file_part where file = ?", file.id()))
                .isEqualTo(6);
    }

    @Test
    void isItsSendersOnlyUntilARecordTakesItUp() {
        StoredFile file = keep("plan.pdf", PDF);

        assertThatThrownBy(() -> taken(stage.coordinator, file.id())).isInstanceOf(Refusal.class);
        assertThat(stage.as(stage.director, () -> stage.bean(Files.class).held(List.of(file.id()))))
                .hasSize(1);
        assertThat(stage.as(stage.coordinator, () -> stage.bean(Files.class).held(List.of(file.id()))))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotWhatItsNameSaysAndWhatRuns() {
        byte[] program = "MZ\u0090\0\3\0\0\0\4\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        refuses("file.refusal.type", "plan.pdf", program);
        refuses("file.refusal.false-type", "plan.docx", PDF);
        refuses("file.refusal.not-what-it-says", "plan.docx", zip("något/annat.xml"));
        refuses("file.refusal.type", "plan.zip", zip("word/document.xml"));
        refuses("file.refusal.macros", "plan.docx", zip("word/document.xml", "word/vbaProject.bin"));
        refuses(
                "file.refusal.type",
                "sida.html",
                "<!DOCTYPE html><html><script>1</script></html>".getBytes(StandardCharsets.UTF_8));
        refuses(
                "file.refusal.type",
                "bild.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        refuses("file.refusal.empty", "tom.pdf", new byte[0]);
        assertThat(keep("plan.docx", zip("[Content_Types].xml", "word/document.xml"))
                        .type())
                .endsWith("wordprocessingml.document");
        assertThat(keep("Anteckning", "Hej på dig".getBytes(StandardCharsets.UTF_8))
                        .name())
                .isEqualTo("Anteckning.txt");
    }

    @Test
    void refusesWhatIsTooLargeBeforeItIsRead() {
        Upload enormous = new Upload("plan.pdf", 500L * 1024 * 1024, () -> {
            throw new AssertionError("nobody reads it");
        });
        assertThatThrownBy(() ->
                        stage.as(stage.director, () -> stage.bean(Files.class).keep(enormous)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("file.refusal.large"));
    }

    @Test
    void answersAFormOf500MegabytesByItsHead() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("""
                    POST /documents HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: 524288000\r
                    \r
                    --x\r
                    """.getBytes(StandardCharsets.US_ASCII));
            String head = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(head).contains(" 413");
        }
    }

    @Test
    void takesThePlaceOutOfAJpegAndLeavesEveryDot() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0xFF0000);
        ImageIO.write(image, "jpg", plain);
        TiffOutputSet tells = new TiffOutputSet();
        tells.setGpsInDegrees(18.07, 59.33);
        ByteArrayOutputStream placed = new ByteArrayOutputStream();
        new ExifRewriter().updateExifMetadataLossless(plain.toByteArray(), placed, tells);
        assertThat(((JpegImageMetadata) Imaging.getMetadata(placed.toByteArray()))
                        .getExif()
                        .getGpsInfo())
                .isNotNull();

        StoredFile file = keep("skolgården.JPG", placed.toByteArray());
        byte[] kept = taken(stage.director, file.id());

        assertThat(file.cleaned()).isTrue();
        assertThat(Imaging.getMetadata(kept))
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        other -> assertThat(((JpegImageMetadata) other).getExif())
                                .isNull());
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getRGB(3, 4))
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(placed.toByteArray()))
                        .getRGB(3, 4));
    }

    @Test
    void takesWordsOutOfAPng() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", plain);
        byte[] png = plain.toByteArray();
        byte[] words = "\0\0\0\7tEXta\0Solna\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] telling = new byte[png.length + words.length];
        int afterHead = 33;
        System.arraycopy(png, 0, telling, 0, afterHead);
        System.arraycopy(words, 0, telling, afterHead, words.length);
        System.arraycopy(png, afterHead, telling, afterHead + words.length, png.length - afterHead);

        StoredFile file = keep("bild.png", telling);

        assertThat(taken(stage.director, file.id())).isEqualTo(png);
        refuses("file.refusal.picture", "bild.png", java.util.Arrays.copyOf(telling, 60));
    }

    @Test
    void saysThatNothingIsScannedWhereThereIsNoScanner() {
        assertThat(keep("plan.pdf", PDF).scan()).isEqualTo(Scan.NOT_SCANNED);
        assertThat(stage.bean(Files.class).areScanned()).isFalse();
    }

    @Test
    void speaksTheProtocolOfClamAv() throws Exception {
        assertThat(scanned("stream: OK\0")).isTrue();
        assertThat(scanned("stream: Eicar-Test-Signature FOUND\0")).isFalse();
        assertThatThrownBy(() -> scanned("INSTREAM size limit exceeded. ERROR\0"))
                .isInstanceOf(IOException.class);
    }

    /** A scanner that reads a whole stream by the protocol and gives one answer. */
    private static boolean scanned(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(() -> {
                try (Socket socket = server.accept()) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                            .isEqualTo("zINSTREAM\0");
                    int bytes = 0;
                    for (int length = in.readInt(); length > 0; length = in.readInt()) {
                        bytes += in.readNBytes(length).length;
                    }
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    return bytes;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            InputStream content = new ByteArrayInputStream(new byte[200_000]);
            boolean clean = new ClamAv("127.0.0.1", server.getLocalPort()).findsNothingIn(content);
            assertThat(heard.get()).isEqualTo(200_000);
            return clean;
        }
    }
}
