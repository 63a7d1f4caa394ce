package se.samverkan.selection.overview;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.allotment.AllotmentView.Method;
import se.samverkan.selection.allotment.BasisView;
import se.samverkan.selection.allotment.StoredAllotments;
import se.samverkan.selection.allotment.StoredBases;
import se.samverkan.selection.decision.RoundEnding;
import se.samverkan.selection.decision.StoredDecisions;
import se.samverkan.selection.invitation.Inviting;
import se.samverkan.selection.invitation.StoredInvitations;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.Standing;
import se.samverkan.selection.round.Standing.Stage;

/** The door to how far a round has come, step by step, in what its reader may know: for its page. */
@Component
class RoundProgress {

    private final Standing standing;
    private final StoredBases bases;
    private final StoredInvitations invitations;
    private final StoredAllotments allotments;
    private final StoredDecisions decisions;
    private final JdbcClient database;

    RoundProgress(
            Standing standing,
            StoredBases bases,
            StoredInvitations invitations,
            StoredAllotments allotments,
            StoredDecisions decisions,
            JdbcClient database) {
        this.standing = standing;
        this.bases = bases;
        this.invitations = invitations;
        this.allotments = allotments;
        this.decisions = decisions;
        this.database = database;
    }

    /**
     * How far it has come.
     *
     * @param stage what may still be changed
     * @param invited the organisers that were invited before a draw
     * @param basis the basis that stands
     * @param method how the places are allotted, once that is settled
     */
    record Steps(
            Stage stage,
            Numbers numbers,
            Inviting.Numbers invited,
            Optional<BasisView> basis,
            Optional<Method> method,
            RoundEnding ending) {

        boolean hasCriteria() {
            return numbers.criteria() > 0;
        }
    }

    /**
     * The numbers.
     *
     * @param people those who have a duty now
     * @param assessors how many of them assess
     * @param criteria criteria in the newest version
     * @param criteriaVersion that version, 0 before the first
     * @param excluded units that are excluded
     * @param notes pieces of the Inspectorate's material
     * @param notedUnits units that they are about
     * @param begun units whose assessment the reader has begun and not finished
     * @param done units whose assessment the reader has finished
     * @param byTwo units that two have finished
     * @param joint units with a joint line
     * @param plans versions of the pre-analysis plan
     */
    record Numbers(
            int people,
            int assessors,
            int criteria,
            int criteriaVersion,
            int excluded,
            int notes,
            int notedUnits,
            int begun,
            int done,
            int byTwo,
            int joint,
            int plans) {}

    /**
     * How far the round has come.
     *
     * @param round as its reader was let into it
     */
    @Transactional(readOnly = true)
    public Steps of(RoundView round) {
        long id = round.id();
        return new Steps(
                standing.stage(id),
                numbers(id),
                invitations.numbers(id),
                bases.all(id).stream().findFirst().filter(BasisView::stands),
                allotments.method(id),
                decisions.ending(id));
    }

    private Numbers numbers(long round) {
        return database.sql("""
                        with there as (select duty from selection.participant where round = :round and left_at is null),
                        newest as (select coalesce(max(version), 0) as version from selection.criteria where round = :round),
                        note as (select unit from selection.inspectorate_note where round = :round and withdrawn_at is null),
                        opinion as (select unit, person, done_at from selection.assessment where round = :round)
                        select (select count(*) from there) as people,
                            (select count(*) from there where duty = 'ASSESSOR') as assessors,
                            (select count(*) from selection.criterion c, newest
                                where c.round = :round and c.version = newest.version) as criteria,
                            (select version from newest) as criteria_version,
                            (select count(*) from selection.exclusion where round = :round and withdrawn_at is null) as excluded,
                            (select count(*) from note) as notes, (select count(distinct unit) from note) as noted_units,
                            (select count(*) from opinion where person = access.person() and done_at is null) as begun,
                            (select count(*) from opinion where person = access.person() and done_at is not null) as done,
                            (select count(*) from (select unit from opinion where done_at is not null
                                group by unit having count(*) > 1) as sealed) as by_two,
                            (select count(*) from selection.joint_assessment where round = :round) as joint,
                            (select count(*) from selection.plan where round = :round) as plans
                        """).param("round", round).query(Numbers.class).single();
    }
}
