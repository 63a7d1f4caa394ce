package se.samverkan.partnership.closing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the archive package of a closed case has come.
 *
 * @param progress the progress of the latest try
 * @param refused why it could not be made, as a key of the message files; empty while it can
 * @param made the package, once there is one
 */
record ArchiveState(Optional<UUID> progress, String refused, Optional<Package> made) {

    /** A package: the id of its file, how many files are in it, its SHA-256, and when it was made. */
    record Package(long file, int files, String checksum, Instant at) {}

    boolean isWaiting() {
        return made.isEmpty() && refused.isEmpty();
    }
}
