package se.samverkan.reporting.release;

import java.time.Instant;
import java.util.Optional;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.NamedTable.Names;

/**
 * A table that was released.
 *
 * @param dataset what its address begins with, the same for all versions
 * @param version from 1; the newest that has not been taken back is the one that holds
 * @param publisher the organisation whose programme it is
 * @param programme what the programme is called
 * @param words what whoever released it said of this version; may be empty
 * @param countedAt when its numbers were counted
 * @param withdrawn why it was taken back, and when; empty while it holds
 */
record Release(
        long id,
        String dataset,
        int version,
        long organisation,
        String publisher,
        Names programme,
        NamedTable table,
        String words,
        Instant countedAt,
        String by,
        Instant at,
        Optional<Withdrawal> withdrawn) {

    record Withdrawal(Instant at, String why) {}

    boolean holds() {
        return withdrawn.isEmpty();
    }

    /** The path of the page of all its versions. */
    String address() {
        return "/open-data/" + dataset;
    }

    /** The path of a file of this version. */
    String file(String kind) {
        return address() + "/" + version + "." + kind;
    }

    /** What the data set is called, with its programme. */
    Names title() {
        return new Names(
                table.title().sv() + " – " + programme.sv(), table.title().en() + " – " + programme.en());
    }

    /** What this version is called beside others of the programme. */
    Names named() {
        return new Names(
                table.title().sv() + ", version " + version, table.title().en() + ", version " + version);
    }

    /** What it is called beside those of other programmes. */
    Names namedWithPublisher() {
        return new Names(named().sv() + " (" + publisher + ")", named().en() + " (" + publisher + ")");
    }
}
