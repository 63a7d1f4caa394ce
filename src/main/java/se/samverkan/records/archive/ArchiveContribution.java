package se.samverkan.records.archive;

import java.util.List;

/** What one room hands to the archive of a matter. Every room that keeps something of matters implements it. */
public interface ArchiveContribution {

    /** The folder of the room's files in the package: a few lower-case letters, the same for ever. */
    String part();

    /** What the room has of the matter; without files and facts where it has nothing. */
    Contribution of(Matter matter);

    /**
     * What a room has of a matter.
     *
     * @param title what the part is called, in Swedish as the archive's papers are
     * @param facts what is told of the matter itself
     * @param files the documents and the data
     */
    record Contribution(String title, List<Fact> facts, List<ArchivedFile> files) {

        public Contribution {
            facts = List.copyOf(facts);
            files = List.copyOf(files);
        }

        boolean isEmpty() {
            return facts.isEmpty() && files.isEmpty();
        }
    }

    /** A label with its value. */
    record Fact(String label, String value) {}
}
