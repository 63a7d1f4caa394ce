package se.samverkan.selection.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.decision.PublishedDraw.Lot;
import se.samverkan.selection.decision.PublishedDraw.Open;
import se.samverkan.selection.decision.PublishedDraw.Sealed;
import se.samverkan.shared.Refusal;

/**
 * The door to the draws for everybody: what was committed to and when, so that nobody can say afterwards that a seed was
 * picked to suit a list.
 */
@Component
class PublishedDraws {

    private final JdbcClient database;

    PublishedDraws(JdbcClient database) {
        this.database = database;
    }

    /** Every draw, the newest seed first. */
    @Transactional(readOnly = true)
    public List<PublishedDraw> all() {
        return database.sql("select * from selection.published_draws() order by committed_at desc, checksum")
                .query((row, n) -> draw(row))
                .list();
    }

    /**
     * The draw with this checksum, as everybody may see it.
     *
     * @param checksum the SHA-256 of the seed, in hex
     */
    @Transactional(readOnly = true)
    public PublishedDraw draw(String checksum) {
        return database.sql("select * from selection.published_draws() where checksum = ?")
                .param(checksum)
                .query((row, n) -> draw(row))
                .optional()
                .orElseThrow(Refusal::notSeen);
    }

    private static PublishedDraw draw(ResultSet row) throws SQLException {
        Timestamp listed = row.getTimestamp("listed_at");
        Timestamp drawn = row.getTimestamp("drawn_at");
        String list = row.getString("list");
        return new PublishedDraw(
                row.getString("checksum"),
                row.getTimestamp("committed_at").toInstant(),
                listed == null
                        ? Optional.empty()
                        : Optional.of(new Sealed(row.getString("list_checksum"), listed.toInstant())),
                drawn == null ? Optional.empty() : Optional.of(new Lot(row.getString("seed"), drawn.toInstant())),
                list == null ? Optional.empty() : Optional.of(new Open(row.getString("name"), list)));
    }
}
