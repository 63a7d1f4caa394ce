package se.samverkan.records.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking a package.
 *
 * @param whole whether it is as it was made
 * @param files how many files were found right, the list itself not counted
 * @param sha256 the checksum of the whole file, to be compared with what the log says; null where it was not computed
 * @param file the first file that is not right, or null
 * @param fault what is wrong with it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckedPackage(
        boolean whole,
        int files,
        @Nullable String sha256,
        @Nullable String file,
        @Nullable Fault fault) {

    /** What can be wrong; each has a sentence under {@code archive.fault.} in the message files. */
    public enum Fault {
        /** It is no zip, or is cut. */
        UNREADABLE,
        /** The whole file is another than the one whose checksum was given. */
        OTHER_PACKAGE,
        /** More entries than any package of ours has. */
        TOO_MANY,
        /** A name that would lie outside the folder it is unpacked in. */
        UNSAFE_PATH,
        /** Two entries of one name. */
        TWICE,
        /** There is no list. */
        NO_LIST,
        /** The list cannot be read. */
        LIST_UNREADABLE,
        /** It grows when it is unpacked as no honest file does. */
        SWELLS,
        MISSING,
        WRONG_SIZE,
        CHANGED,
        /** It is there but not in the list. */
        UNLISTED,
        /** The list gives no SHA-256 for it. */
        NO_CHECKSUM
    }

    static CheckedPackage whole(int files, String sha256) {
        return new CheckedPackage(true, files, sha256, null, null);
    }

    static CheckedPackage broken(int files, String file, Fault fault) {
        return new CheckedPackage(false, files, null, file, fault);
    }
}
