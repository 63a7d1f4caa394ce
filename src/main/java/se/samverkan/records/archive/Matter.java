package se.samverkan.records.archive;

import java.time.Instant;

/**
 * The matter that a package is of, for example a partnership that has been closed.
 *
 * @param type which sort of record it is, as in the audit log
 * @param id its id within its sort
 * @param name what people call it
 * @param caseNumber its case number in the owner's register, or empty
 * @param owner the organisation whose archive it goes to
 * @param closedAt when it was closed; also the moment of the package, so that the same matter gives the same bytes
 */
public record Matter(String type, String id, String name, String caseNumber, Owner owner, Instant closedAt) {

    /**
     * The organisation that answers for the matter.
     *
     * @param id its id
     * @param name what it is called
     * @param key what stands in its address; never a personal identity number
     */
    public record Owner(long id, String name, String key) {}

    /** What the package is called: the folder in it, and the file without its ending. */
    public String packageName() {
        return ("samverkan-" + type + "-" + id).replaceAll("[^A-Za-z0-9-]", "-");
    }
}
