package se.samverkan.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Installation;
import se.samverkan.shared.database.DatabaseSettings;

/**
 * Whether anybody may be one of the invented people: only where the database is a demonstration <i>and</i> embedded
 * <i>and</i> both ends of the connection are this very machine, with nobody in between.
 */
@Component
class DemonstrationGate {

    private static final List<String> SOMEBODY_BETWEEN =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final Installation installation;
    private final DatabaseSettings database;

    DemonstrationGate(Installation installation, DatabaseSettings database) {
        this.installation = installation;
        this.database = database;
    }

    boolean isOpen(HttpServletRequest request) {
        return database.embedded() && installation.isDemonstration() && isThisMachine(request);
    }

    /** Where a proxy on this machine says for whom it asks, the server has made that one the remote address. */
    static boolean isThisMachine(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && isLoopback(request.getLocalAddr())
                && SOMEBODY_BETWEEN.stream().allMatch(header -> request.getHeader(header) == null);
    }

    /** The text is an address already, so nothing is looked up. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
