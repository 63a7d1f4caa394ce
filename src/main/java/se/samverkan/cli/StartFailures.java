package se.samverkan.cli;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;

/** Why the application did not come up, for the reasons that a person can do something about. */
final class StartFailures {

    /** PostgreSQL's states for a server that cannot be reached (08…) and for a login it refuses (28…). */
    private static final String UNREACHABLE = "08";

    private static final String LOGIN_REFUSED = "28";

    private StartFailures() {}

    /**
     * A reason.
     *
     * @param key of the message files
     * @param details what belongs into the sentence
     */
    record Reason(String key, Object... details) {}

    static Optional<Reason> explain(Throwable thrown) {
        Optional<Reason> port = Complaints.cause(thrown, PortInUseException.class, any -> true)
                .map(busy -> new Reason("cli.refusal.port", Integer.toString(busy.getPort())));
        Optional<Reason> database =
                Complaints.cause(thrown, SQLException.class, any -> true).flatMap(StartFailures::database);
        Optional<Reason> folder = Complaints.cause(thrown, UncheckedIOException.class, any -> true)
                .map(failed -> new Reason("cli.refusal.folder", String.valueOf(failed.getMessage())));
        return port.or(() -> database).or(() -> folder);
    }

    private static Optional<Reason> database(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        if (state.startsWith(UNREACHABLE)) {
            return Optional.of(new Reason("cli.refusal.unreachable", String.valueOf(failed.getMessage())));
        }
        return state.startsWith(LOGIN_REFUSED)
                ? Optional.of(new Reason("cli.refusal.login", String.valueOf(failed.getMessage())))
                : Optional.empty();
    }
}
