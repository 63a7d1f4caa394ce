package se.samverkan.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets the installation to knock on a door inside its own network. */
class ReachableTests {

    private final Reachable reachable = new Reachable(new WebhookSettings(false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://192.0.0.8/",
                "https://198.18.0.1/",
                "https://203.0.113.9/",
                "https://[2001:db8::1]/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[fd12:3456::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[2002:0a00:0001::1]/",
                "https://[2001:0:0a00:1::1]/",
                "https://[64:ff9b::10.0.0.1]/",
                "https://2130706433/",
                "https://somebody@93.184.215.14/",
                "https://93.184.215.14/#part",
                "file:///etc/passwd",
                "https:///nowhere",
                "no address",
                ""
            })
    void refusesWhatLeadsInward(String address) {
        assertThat(reachable.of(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.215.14/hook", "https://[2606:2800:21f:cb07::1]:8443/hook?a=b"})
    void takesWhatLiesOnTheOpenNetByHttps(String address) {
        assertThat(reachable.of(address)).isPresent();
    }

    @Test
    void letsOnesOwnMachineBeToldOnlyWhereThatIsSetUp() {
        Reachable trying = new Reachable(new WebhookSettings(true));

        assertThat(trying.of("http://127.0.0.1:8090/hook")).isPresent();
        assertThat(trying.of("http://10.0.0.1/hook")).isEmpty();
        assertThat(trying.of("file:///etc/passwd")).isEmpty();
    }

    @Test
    void knowsAnOpenAddress() throws UnknownHostException {
        assertThat(Reachable.isOpen(InetAddress.getByName("1.1.1.1"))).isTrue();
    }
}
