package se.samverkan.records;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;

/**
 * The door through which the values that the log keeps of a record are erased for good (gallring): names, what was
 * written before and after, and the salt without which their digests tell nothing. The chain keeps who did what and
 * when, and still verifies; a link of its own says that the values were disposed of, and by whom.
 */
@Component
public class Disposal {

    private final JdbcClient database;
    private final Rights rights;

    Disposal(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /**
     * Erases what the log knows of one record. Cannot be undone.
     *
     * @return how many links lost their values; 0 when there was nothing left to erase
     */
    @Transactional
    public long dispose(String type, String id) {
        rights.requireEverywhere(Verb.DISPOSE_RECORDS);
        return erase(type, id);
    }

    /** The same as part of another deed of this transaction, whose own door has checked the right to it. */
    long erase(String type, String id) {
        return database.sql("select records.dispose(?, ?)")
                .params(type, id)
                .query(Long.class)
                .single();
    }
}
