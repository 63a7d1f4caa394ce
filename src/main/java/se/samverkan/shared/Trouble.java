package se.samverkan.shared;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Why something came to nothing that was no fault of the one who did it: the disk is full, the database is gone. Each has
 * sentences in the message files, and nothing is lost by any of them.
 */
public enum Trouble {
    DISK_FULL("disk-full"),
    DATABASE_LOST("database-lost"),
    UNFORESEEN("unforeseen");

    private static final String STATE_OF_A_FULL_DISK = "53100";
    private static final String SAID_OF_A_FULL_DISK = "No space left on device";

    private final String rule;

    Trouble(String rule) {
        this.rule = rule;
    }

    /** What it is called in the keys of the message files. */
    public String rule() {
        return rule;
    }

    /** What went wrong, as far as one can tell. */
    public static Trouble behind(Throwable failure) {
        Trouble trouble = UNFORESEEN;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isFullDisk(cause)) {
                trouble = DISK_FULL;
            } else if (trouble == UNFORESEEN && isLostConnection(cause)) {
                trouble = DATABASE_LOST;
            }
        }
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
