package se.samverkan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anybody can check an archive package from the terminal, without database or rooms. */
class ArchiveVerifyCommandTests {

    @TempDir
    Path folder;

    @Test
    void answersAsJsonThatAPackageIsWhole() throws Exception {
        Spoken spoken = Spoken.by("archive-verify", file("text"), "--json");

        JsonNode answer = JsonMapper.shared().readTree(spoken.out());
        assertThat(spoken.status()).isZero();
        assertThat(answer.propertyNames()).containsExactly("whole", "files", "sha256");
        assertThat(answer.get("files").asInt()).isEqualTo(1);
    }

    @Test
    void namesTheFirstBrokenFile() throws Exception {
        Spoken json = Spoken.by("archive-verify", file("annan text"), "--json");
        Spoken words = Spoken.by("archive-verify", file("ändå"), "--language", "sv");

        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out()).contains("\"whole\":false", "\"file\":\"p/a.txt\"", "\"fault\":\"WRONG_SIZE\"");
        assertThat(words.err()).contains("Paketet är inte helt. p/a.txt: filen har en annan storlek");
        assertThat(Spoken.by("archive-verify", file("tixt")).err()).contains("p/a.txt");
    }

    @Test
    void comparesWithTheChecksumOfTheLog() throws Exception {
        String file = file("text");

        assertThat(Spoken.by("archive-verify", file, "--checksum", "00", "--json")
                        .out())
                .contains("OTHER_PACKAGE");
    }

    @Test
    void saysThatTheFileIsNotThere() {
        Spoken spoken = Spoken.by("archive-verify", folder.resolve("borta.zip").toString());

        assertThat(spoken.status()).isEqualTo(1);
        assertThat(spoken.err()).contains("borta.zip");
    }

    private String file(String content) throws Exception {
        String sum = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("text".getBytes(StandardCharsets.UTF_8)));
        String mets = """
                <mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"><fileSec><fileGrp>
                <file ID="a" SIZE="4" CHECKSUM="%s" CHECKSUMTYPE="SHA-256"><FLocat LOCTYPE="URL" xlink:href="a.txt"/></file>
                </fileGrp></fileSec></mets>
                """.formatted(sum);
        Path file = folder.resolve("paket.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("p/METS.xml"));
            zip.write(mets.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("p/a.txt"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file.toString();
    }
}
