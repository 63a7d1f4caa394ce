package se.samverkan.notice.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which addresses a request may go to: those on the open net, by https. An address that leads into the operator's own
 * network would let an administrator of one organisation knock on doors that are closed from outside (server-side request
 * forgery, <a href="https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html">
 * OWASP</a>). Asked when an address is entered and again before each request, since a name can be moved.
 */
@Component
class Reachable {

    private static final int LONGEST = 500;
    private static final Set<String> CLOSED = Set.of("192.0.0", "192.0.2", "192.88.99", "198.51.100", "203.0.113");

    private final WebhookSettings settings;

    Reachable(WebhookSettings settings) {
        this.settings = settings;
    }

    /** The address, where it is one that may be told; else nothing. */
    Optional<URI> of(String text) {
        try {
            URI uri = new URI(text);
            boolean whole = text.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
            return whole && mayBeTold(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    private boolean mayBeTold(URI uri) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(uri.getHost());
        if (settings.loopback() && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
            return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        }
        return "https".equals(uri.getScheme()) && Arrays.stream(addresses).allMatch(Reachable::isOpen);
    }

    static boolean isOpen(InetAddress address) {
        return !(address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress())
                && (address instanceof Inet4Address ? isOpen4(address.getAddress()) : isOpen6(address.getAddress()));
    }

    /** Not this network, reserved, shared by a carrier, for protocols, examples or benchmarks: RFC 6890. */
    private static boolean isOpen4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        String network = first + "." + second + "." + (bytes[2] & 0xff);
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 198 && (second == 18 || second == 19))
                && !CLOSED.contains(network);
    }

    /** Global unicast only, no examples, and none that carries an IPv4 address inside (6to4, Teredo; NAT64 lies outside). */
    private static boolean isOpen6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = (first & 0xe000) == 0x2000;
        return global && first != 0x2002 && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8));
    }
}
