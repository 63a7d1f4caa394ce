package se.samverkan.selection.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.invitation.ExclusionRequest.Answer;
import se.samverkan.selection.round.RoundMaterial.Reason;

/** Where proposed exclusions and their answers are kept, those that were taken back too. */
@Repository
class StoredExclusionRequests {

    private final JdbcClient database;

    StoredExclusionRequests(JdbcClient database) {
        this.database = database;
    }

    /** Those of a round, the ones that wait first, then the newest. */
    List<ExclusionRequest> ofRound(long round) {
        return where("q.round = " + round);
    }

    List<ExclusionRequest> ofInvitation(long invitation) {
        return where("q.invitation = " + invitation);
    }

    private List<ExclusionRequest> where(String condition) {
        return database.sql("""
                        with names as materialized (select * from selection.names_in_invitations())
                        select q.id, q.invitation, i.organiser_name, q.unit, u.key, u.name, q.reason, q.note, q.made_at,
                            coalesce((select n.name from names n where n.person = q.made_by), '') as maker,
                            case when q.withdrawn_at is not null
                                then coalesce((select n.name from names n where n.person = q.withdrawn_by), '')
                                end as withdrawer,
                            a.exclusion is not null as accepted,
                            case when a.exclusion is not null then selection.is_taken_back(q.id) else false end as taken_back,
                            a.words, coalesce((select n.name from names n where n.person = a.made_by), '') as answerer,
                            a.made_at as answered_at
                        from selection.exclusion_request q
                        join selection.invitation i on i.id = q.invitation
                        join lateral (select v.key, v.name from selection.invited_unit v
                            where v.invitation = q.invitation and v.unit = q.unit limit 1) u on true
                        left join selection.exclusion_answer a on a.request = q.id
                        where
                        """ + condition + """
                         order by q.withdrawn_at is null and a.request is null desc, q.id desc
                        """)
                .query((row, n) -> request(row))
                .list();
    }

    private static ExclusionRequest request(ResultSet row) throws SQLException {
        return new ExclusionRequest(
                row.getLong("id"),
                row.getLong("invitation"),
                row.getString("organiser_name"),
                row.getLong("unit"),
                row.getString("key"),
                row.getString("name"),
                Reason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getString("maker"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("withdrawer"),
                answer(row));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        if (row.getTimestamp("answered_at") == null) {
            return Optional.empty();
        }
        return Optional.of(new Answer(
                row.getBoolean("accepted"),
                row.getBoolean("taken_back"),
                row.getString("words"),
                row.getString("answerer"),
                row.getTimestamp("answered_at").toInstant()));
    }

    /** False when the unit is proposed already, by somebody at the same moment too. */
    boolean add(Invitation invitation, long unit, Reason reason, String note) {
        return database.sql("""
                        insert into selection.exclusion_request (invitation, round, unit, reason, note)
                        values (?, ?, ?, ?, ?) on conflict (invitation, unit) where withdrawn_at is null do nothing
                        """)
                        .params(invitation.id(), invitation.round(), unit, reason.name(), note)
                        .update()
                == 1;
    }

    /** False when it has been answered or taken back, at the same moment too. */
    boolean withdraw(long request) {
        return database.sql("""
                        update selection.exclusion_request set withdrawn_by = access.person(), withdrawn_at = now()
                        where id = ? and withdrawn_at is null
                        """).param(request).update() == 1;
    }

    /**
     * Answers one that stands.
     *
     * @param exclusion what it became, or null where it was declined
     */
    void answer(long round, ExclusionRequest request, @Nullable Long exclusion, String words) {
        database.sql("""
                        insert into selection.exclusion_answer (request, invitation, round, exclusion, words)
                        values (:request, :invitation, :round, :exclusion, :words)
                        """)
                .param("request", request.id())
                .param("invitation", request.invitation())
                .param("round", round)
                .param("exclusion", exclusion)
                .param("words", words)
                .update();
    }
}
