package se.samverkan.records.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no more than it may: what says that it is small and is not, is stopped. */
final class Limited extends FilterInputStream {

    private long left;

    /** @param most how many bytes there may be */
    Limited(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    /** There is more than there may be. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] many, int from, int length) throws IOException {
        int read = in.read(many, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new TooLong();
        }
    }
}
