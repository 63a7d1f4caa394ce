package se.samverkan.statistics.imports;

import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a file came to nothing that was no fault of the file: each has a sentence under {@code import.rule.}, and nothing
 * is lost by any of them.
 */
enum Trouble {
    DISK_FULL("disk-full"),
    DATABASE_LOST("database-lost"),
    UNFORESEEN("unforeseen");

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final String STATE_OF_A_FULL_DISK = "53100";
    private static final String SAID_OF_A_FULL_DISK = "No space left on device";

    private final String rule;

    Trouble(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    /** What went wrong, as far as one can tell; the log has the whole of it. */
    static Trouble behind(RuntimeException failure) {
        Trouble trouble = UNFORESEEN;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isFullDisk(cause)) {
                trouble = DISK_FULL;
            } else if (trouble == UNFORESEEN && isLostConnection(cause)) {
                trouble = DATABASE_LOST;
            }
        }
        LOG.error("a file could not be read: {}", trouble.rule, failure);
        return trouble;
    }

    private static boolean isFullDisk(Throwable cause) {
        return cause instanceof SQLException sql && STATE_OF_A_FULL_DISK.equals(sql.getSQLState())
                || cause instanceof IOException
                        && cause.getMessage() != null
                        && cause.getMessage().contains(SAID_OF_A_FULL_DISK);
    }

    /** Connection exceptions (08), and the server being told to end it (57P). */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"));
    }
}
