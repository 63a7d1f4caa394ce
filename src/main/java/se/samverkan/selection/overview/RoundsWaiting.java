package se.samverkan.selection.overview;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.round.Duty;

/** How each of the actor's open rounds stands, with one row for each duty that the actor has in it; in one question. */
@Repository
class RoundsWaiting {

    private final JdbcClient database;

    RoundsWaiting(JdbcClient database) {
        this.database = database;
    }

    /**
     * A round, as it stands for one duty.
     *
     * @param hasCriteria whether there is anything to assess by
     * @param isFrozen whether assessments and exclusions stand
     * @param openProposal the proposal that waits for its decision, if one does
     * @param isOwnProposal whether the actor wrote the newest proposal
     * @param wasHandedBack whether there has been a proposal that was handed back
     * @param standsAside whether the actor takes no part in proposing or deciding
     * @param requests how many exclusions that organisers have proposed wait for an answer
     */
    record Waiting(
            long round,
            String name,
            Duty duty,
            boolean hasCriteria,
            boolean isFrozen,
            boolean isAllotted,
            Optional<Integer> openProposal,
            boolean isOwnProposal,
            boolean wasHandedBack,
            boolean standsAside,
            boolean isDecided,
            boolean isShared,
            int requests) {}

    List<Waiting> mine() {
        return database.sql("""
                        select r.id, r.name, p.duty,
                            exists (select from selection.criteria c where c.round = r.id) as has_criteria,
                            selection.is_frozen(r.id) as is_frozen, selection.is_allotted(r.id) as is_allotted,
                            selection.open_proposal(r.id) as open_proposal,
                            exists (select from selection.proposal o where o.round = r.id and o.proposed_by = p.person
                                and o.version = selection.open_proposal(r.id)) as is_own_proposal,
                            exists (select from selection.handing_back h where h.round = r.id) as was_handed_back,
                            selection.stands_aside(r.id) as stands_aside, selection.is_decided(r.id) as is_decided,
                            exists (select from selection.sharing s where s.round = r.id) as is_shared,
                            case when p.duty = 'PREPARER' then
                                (select count(*) from selection.exclusion_request q
                                    where q.round = r.id and q.withdrawn_at is null and not exists (
                                        select from selection.exclusion_answer a where a.request = q.id))
                                else 0 end as requests
                        from selection.participant p join selection.round r on r.id = p.round
                        where p.person = access.person() and p.left_at is null
                            and r.id = any (selection.rounds_with(array[p.duty]))
                            and not exists (select from selection.closing c where c.round = r.id)
                        order by r.id, p.duty
                        """)
                .query((row, n) -> new Waiting(
                        row.getLong("id"),
                        row.getString("name"),
                        Duty.valueOf(row.getString("duty")),
                        row.getBoolean("has_criteria"),
                        row.getBoolean("is_frozen"),
                        row.getBoolean("is_allotted"),
                        Optional.ofNullable(row.getObject("open_proposal", Integer.class)),
                        row.getBoolean("is_own_proposal"),
                        row.getBoolean("was_handed_back"),
                        row.getBoolean("stands_aside"),
                        row.getBoolean("is_decided"),
                        row.getBoolean("is_shared"),
                        row.getInt("requests")))
                .list();
    }
}
