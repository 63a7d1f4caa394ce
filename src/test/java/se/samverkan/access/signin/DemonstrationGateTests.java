package se.samverkan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import se.samverkan.shared.Installation;
import se.samverkan.shared.database.DatabaseSettings;
import se.samverkan.testing.SamverkanTest;

@SamverkanTest
class DemonstrationGateTests {

    private static final DatabaseSettings EMBEDDED = settings(null);
    private static final DatabaseSettings EXTERNAL = settings("jdbc:postgresql://db/samverkan");

    @Autowired
    Installation undecided;

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/sign-in");

    @BeforeEach
    void fromThisMachine() {
        request.setRemoteAddr("127.0.0.1");
        request.setLocalAddr("127.0.0.1");
    }

    @Test
    void isClosedWhereTheDatabaseIsNoDemonstration() {
        assertThat(new DemonstrationGate(undecided, EMBEDDED).isOpen(request)).isFalse();
    }

    /** Only the address is looked at here, so the two other conditions are made true by hand. */
    @Test
    void isOpenOnThisMachineOnly() {
        assertThat(DemonstrationGate.isThisMachine(request)).isTrue();

        request.setRemoteAddr("192.0.2.7");
        assertThat(DemonstrationGate.isThisMachine(request)).isFalse();

        request.setRemoteAddr("::1");
        assertThat(DemonstrationGate.isThisMachine(request)).isTrue();

        request.setLocalAddr("192.0.2.1");
        assertThat(DemonstrationGate.isThisMachine(request)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"})
    void isClosedWhenSomebodyStandsBetween(String header) {
        request.addHeader(header, "127.0.0.1");

        assertThat(DemonstrationGate.isThisMachine(request)).isFalse();
    }

    @Test
    void knowsAnExternalDatabase() {
        assertThat(EXTERNAL.embedded()).isFalse();
        assertThat(new DemonstrationGate(undecided, EXTERNAL).isOpen(request)).isFalse();
    }

    private static DatabaseSettings settings(@org.jspecify.annotations.Nullable String url) {
        return new DatabaseSettings(
                Path.of("data"), new DatabaseSettings.External(url, "app", "", "owner", ""), "64MB");
    }
}
