package se.samverkan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import se.samverkan.testing.SamverkanTest;

@SamverkanTest
class StartTests {

    @LocalServerPort
    int port;

    @Test
    void showsTheFirstPageToAnybody() {
        String page = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/")
                .retrieve()
                .body(String.class);

        assertThat(page).contains("<h1");
    }
}
