package se.samverkan.selection.round;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been put beside the figures of a round and stands now; what a frozen basis holds. */
@Repository
public class RoundMaterial {

    private final JdbcClient database;

    RoundMaterial(JdbcClient database) {
        this.database = database;
    }

    /** Why a round shall not choose a unit. */
    public enum Reason {
        MERGER_PLANNED,
        OTHER_SUPPORT,
        CLOSING,
        DECLINED_BEFORE,
        NOT_COMPARABLE,
        OWN_REQUEST,
        OTHER
    }

    /** Whether a unit can turn things round. */
    public enum Conclusion {
        ON_ITS_OWN,
        WITH_SUPPORT,
        CANNOT_TELL
    }

    /** A unit that the round shall not choose. */
    public record Exclusion(long id, long unit, Reason reason, String note) {}

    /** What two assessors have agreed on. */
    public record JointLine(long unit, Conclusion conclusion, String reasons) {}

    /** A piece of the Inspectorate's material, by its checksum. */
    public record NoteMark(long id, long unit, String checksum) {}

    /** The exclusions that stand, by unit. */
    public List<Exclusion> exclusions(long round) {
        return database.sql("""
                        select id, unit, reason, note from selection.exclusion
                        where round = ? and withdrawn_at is null order by unit
                        """).param(round).query(Exclusion.class).list();
    }

    /** The joint lines, by unit. */
    public List<JointLine> jointLines(long round) {
        return database.sql("""
                        select unit, conclusion, reasons from selection.joint_assessment where round = ? order by unit
                        """).param(round).query(JointLine.class).list();
    }

    /** What the Inspectorate's material of the round is, in order, for a checksum over it. */
    public List<NoteMark> noteMarks(long round) {
        return database.sql("""
                        select id, unit, encode(checksum, 'hex') as checksum from selection.inspectorate_note
                        where round = ? and withdrawn_at is null order by id
                        """).param(round).query(NoteMark.class).list();
    }
}
