package se.samverkan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others made and we carry is what they released, with its licence. */
class VendoredFilesTests {

    private static final String FOR_PAGES = "src/main/resources/static/vendor";
    private static final String FOR_DOCUMENTS = "src/main/resources/vendor";

    @ParameterizedTest
    @ValueSource(strings = {FOR_PAGES, FOR_DOCUMENTS})
    void areWhatTheirListOfChecksumsSays(Path vendor) throws Exception {
        List<String> listed = Files.readAllLines(vendor.resolve("SHA256SUMS"));

        assertThat(listed).isNotEmpty();
        for (String line : listed) {
            String[] parts = line.split("  ", 2);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(vendor.resolve(parts[1])));
            assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FOR_PAGES, FOR_DOCUMENTS})
    void areAllListedAndEachFolderHasItsLicence(Path vendor) throws IOException {
        String listed = Files.readString(vendor.resolve("SHA256SUMS"));
        try (Stream<Path> files = Files.walk(vendor)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> vendor.relativize(file).toString())
                            .filter(name -> !name.equals("SHA256SUMS")))
                    .allMatch(listed::contains);
        }
        try (Stream<Path> folders = Files.list(vendor)) {
            assertThat(folders.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allMatch(folder -> Files.exists(folder.resolve("LICENSE.txt")));
        }
    }
}
