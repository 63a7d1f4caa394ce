package se.samverkan.statistics.likeness;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills a table by COPY, a block of rows at a time, within the connection's transaction. */
final class TableCopy implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(BLOCK + 1024);

    /** @param target the table with its columns in brackets */
    TableCopy(Connection connection, String target) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    }

    /** One row; texts in it hold neither tabs nor backslashes. */
    void row(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(values[i]);
        }
        rows.append('\n');
        if (rows.length() > BLOCK) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] block = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(block, 0, block.length);
        rows.setLength(0);
    }

    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
