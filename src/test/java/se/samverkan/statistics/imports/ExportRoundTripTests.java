package se.samverkan.statistics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.shared.Progress.Watcher.NOBODY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.InventedFigures;
import se.samverkan.statistics.Receipt;
import se.samverkan.testing.SamverkanTest;

/** What we export we can import: every table that can be taken away comes back, and says nothing new. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=round-trip")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportRoundTripTests {

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory application;

    @Autowired
    Imports imports;

    @Autowired
    ActingAs acting;

    @BeforeAll
    void aCountry() {
        acting.console(() -> {
            InventedFigures.fill(application, 12);
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/units/20000000/figures.csv",
                "/units/20000000/figures.xlsx",
                "/units/30000000/figures.csv",
                "/units/30000000/figures.xlsx",
                "/units/F0/figures.csv",
                "/units/F0/figures.xlsx",
                "/organisers/2121000000/figures.csv",
                "/organisers/2121000000/figures.xlsx",
                "/organisers/2121000000/figures.csv?indicator=gr9-merit",
                "/organisers/2121000000/figures.xlsx?indicator=gr9-merit",
                "/municipalities/0101/figures.csv",
                "/municipalities/0101/figures.xlsx",
                "/municipalities/0101/figures.csv?indicator=gr9-passed-all",
                "/municipalities/0101/figures.xlsx?indicator=gr9-passed-all"
            })
    void comesBackUnchanged(String path) throws IOException, InterruptedException {
        byte[] exported = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();

        Receipt receipt = acting.console(() -> imports.take(new ByteArrayInputStream(exported), "tabell", NOBODY));

        assertThat(receipt.isRefused()).as("%s", receipt.lines()).isFalse();
        assertThat(receipt.understood()).containsEntry("layout", "samverkan-figures");
        assertThat(receipt.count("read")).isPositive();
        assertThat(receipt.count("unchanged")).isEqualTo(receipt.count("read"));
        assertThat(receipt.count("added") + receipt.count("revised")).isZero();
        assertThat(receipt.count("units")).isZero();
    }
}
