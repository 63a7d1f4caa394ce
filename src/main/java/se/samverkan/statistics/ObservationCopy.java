package se.samverkan.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Writes observations to PostgreSQL in its binary COPY format, the quickest way in there is.
 *
 * <p>Format: <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, binary format</a>: a signature, per row
 * the number of fields and per field its length (−1 for null) and its bytes in network order, and −1 at the end.
 */
final class ObservationCopy implements AutoCloseable {

    static final String COLUMNS = "(subject, indicator, breakdown, period, status, value, n, token, import)";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int LONGEST_ROW = 400;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private boolean done;

    ObservationCopy(CopyManager manager, String table) throws SQLException {
        this.copy = manager.copyIn("copy " + table + " " + COLUMNS + " from stdin (format binary)");
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void row(Batch.Row row, @Nullable Integer n, int importId) throws SQLException {
        Observation observation = row.observation();
        byte[] token = observation.figure().token().getBytes(StandardCharsets.UTF_8);
        if (buffer.remaining() < LONGEST_ROW + token.length) {
            flush();
        }
        buffer.putShort((short) 9);
        integer(row.subject());
        small(row.indicator());
        small(row.breakdown());
        integer(observation.period().key());
        small((short) observation.figure().status());
        number(observation.figure());
        cohort(n);
        buffer.putInt(token.length).put(token);
        integer(importId);
    }

    /** Ends the COPY and says how many rows went in. */
    long finish() throws SQLException {
        buffer.putShort((short) -1);
        flush();
        done = true;
        return copy.endCopy();
    }

    /** Gives the COPY up unless it has been finished. */
    @Override
    public void close() throws SQLException {
        if (!done && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void integer(int value) {
        buffer.putInt(4).putInt(value);
    }

    private void small(short value) {
        buffer.putInt(2).putShort(value);
    }

    private void number(Figure figure) {
        figure.value().ifPresentOrElse(value -> buffer.putInt(8).putDouble(value), () -> buffer.putInt(-1));
    }

    private void cohort(@Nullable Integer n) {
        if (n == null) {
            buffer.putInt(-1);
        } else {
            integer(n);
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
