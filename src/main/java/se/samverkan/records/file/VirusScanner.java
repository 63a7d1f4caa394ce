package se.samverkan.records.file;

import java.io.IOException;
import java.io.InputStream;

/** The port to a scanner for viruses. An installation without one says so on its pages. */
public interface VirusScanner {

    /** Whether there is one. */
    boolean isThere();

    /**
     * Reads a file to its end.
     *
     * @return whether it found nothing
     * @throws IOException when the scanner does not answer; then the file is not taken in
     */
    boolean findsNothingIn(InputStream content) throws IOException;
}
