package se.samverkan.statistics;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.samverkan.shared.Progress;

/**
 * The door through which files come in, from the page, the API and the command line alike. Needs the verb {@code
 * IMPORT_FIGURES}; a database that is a demonstration refuses real figures.
 *
 * <p>Every method that takes a file answers with a receipt, also when the file is refused: all of a file is taken in or
 * nothing, nothing is ever deleted, and the same file again changes nothing.
 */
public interface Imports {

    /**
     * Keeps a file, which is then tried out in the background: the receipt, RECEIVED until then, says how it went.
     *
     * @param content read to its end, not closed
     * @param fileName as the person knows it
     * @return the receipt's id
     */
    UUID receive(InputStream content, String fileName);

    /**
     * Lets the file that was tried out be taken in in the background, once however often it is asked for.
     *
     * @param receipt the receipt of the dry run
     * @return the id of the receipt of the import
     */
    UUID takeTriedOut(UUID receipt);

    /** Lets a file be read once more, whose reading FAILED for a reason outside of the file. */
    void readAgain(UUID receipt);

    /** How far the reading of a file has come that is RECEIVED; nothing while it waits for its turn. */
    Optional<Progress.State> progress(UUID receipt);

    /**
     * Says here and now what would happen, without letting it happen.
     *
     * @param content read to its end, not closed
     * @param fileName as the person knows it
     */
    Receipt tryOut(InputStream content, String fileName, Progress.Watcher watcher);

    /** Takes a file in, here and now. The first one makes an undecided database a real one. */
    Receipt take(InputStream content, String fileName, Progress.Watcher watcher);

    /** A receipt that the person may see, with its lines. */
    Receipt receipt(UUID id);

    /** The newest receipts the person may see, without their lines. */
    List<Receipt> newest(int most);

    /** The file with a column that says what is wrong, as CSV for a spreadsheet. */
    byte[] annotated(UUID receipt);

    /** The layouts that are recognised, by the names that receipts use. */
    List<String> layouts();
}
