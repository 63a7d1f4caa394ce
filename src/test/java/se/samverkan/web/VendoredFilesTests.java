package se.samverkan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others made and we carry is what they released, with its licence. */
class VendoredFilesTests {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    @Test
    void areWhatTheirListOfChecksumsSays() throws Exception {
        List<String> listed = Files.readAllLines(VENDOR.resolve("SHA256SUMS"));

        assertThat(listed).isNotEmpty();
        for (String line : listed) {
            String[] parts = line.split("  ", 2);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(VENDOR.resolve(parts[1])));
            assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    @Test
    void areAllListedAndEachFolderHasItsLicence() throws IOException {
        String listed = Files.readString(VENDOR.resolve("SHA256SUMS"));
        try (Stream<Path> files = Files.walk(VENDOR)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> VENDOR.relativize(file).toString())
                            .filter(name -> !name.equals("SHA256SUMS")))
                    .allMatch(listed::contains);
        }
        try (Stream<Path> folders = Files.list(VENDOR)) {
            assertThat(folders.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allMatch(folder -> Files.exists(folder.resolve("LICENSE.txt")));
        }
    }
}
