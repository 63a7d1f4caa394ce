package se.samverkan.agreement.deviation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.agreement.deviation.DeviationView.Against;
import se.samverkan.agreement.deviation.DeviationView.Answer;
import se.samverkan.agreement.text.Party;

/** Deviations and their answers in the database, as row-level security lets the actor see them. */
@Repository
class StoredDeviations {

    private final JdbcClient database;
    private final Names names;

    StoredDeviations(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    List<DeviationView> ofPartnership(long partnership) {
        record Row(DeviationView deviation, long person, Optional<Long> answerer) {}
        List<Row> rows = database.sql("""
                select d.*, a.accepted, a.words as answer_words, a.made_by as answered_by, a.made_at as answered_at
                from agreement.deviation d left join agreement.deviation_answer a on a.deviation = d.id
                where d.partnership = ? order by d.made_at desc, d.id desc
                """)
                .param(partnership)
                .query((row, n) -> new Row(
                        deviation(row),
                        row.getLong("made_by"),
                        Optional.ofNullable(row.getObject("answered_by", Long.class))))
                .list();
        Map<Long, PersonName> called = names.of(rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.person()), row.answerer().stream()))
                .distinct()
                .toList());
        PersonName nobody = new PersonName("", null);
        return rows.stream()
                .map(row -> named(
                        row.deviation(),
                        called.getOrDefault(row.person(), nobody),
                        row.answerer()
                                .map(each -> called.getOrDefault(each, nobody))
                                .orElse(nobody)))
                .toList();
    }

    void tell(long partnership, long owner, long organiser, Party party, DeviationDraft draft) {
        database.sql("""
                insert into agreement.deviation (partnership, owner_organisation, organiser, against, party, from_day, what,
                    why, measure)
                values (:partnership, :owner, :organiser, :against, :party, :from, :what, :why, :measure)
                """)
                .param("partnership", partnership)
                .param("owner", owner)
                .param("organiser", organiser)
                .param("against", draft.against().name())
                .param("party", party.name())
                .param("from", draft.from())
                .param("what", draft.what())
                .param("why", draft.why())
                .param("measure", draft.measure())
                .update();
    }

    /** @return whether it had not been answered before */
    boolean answer(long deviation, boolean accepted, String words) {
        return database.sql("""
                insert into agreement.deviation_answer (deviation, accepted, words) values (?, ?, ?)
                on conflict (deviation) do nothing
                """).params(deviation, accepted, words).update() == 1;
    }

    private static DeviationView deviation(ResultSet row) throws SQLException {
        PersonName nobody = new PersonName("", null);
        Optional<Answer> answer = row.getObject("answered_by") == null
                ? Optional.empty()
                : Optional.of(new Answer(
                        row.getBoolean("accepted"),
                        row.getString("answer_words"),
                        nobody,
                        row.getTimestamp("answered_at").toInstant()));
        return new DeviationView(
                row.getLong("id"),
                Against.valueOf(row.getString("against")),
                Party.valueOf(row.getString("party")),
                row.getObject("from_day", LocalDate.class),
                row.getString("what"),
                row.getString("why"),
                row.getString("measure"),
                nobody,
                row.getTimestamp("made_at").toInstant(),
                answer);
    }

    private static DeviationView named(DeviationView each, PersonName by, PersonName answerer) {
        return new DeviationView(
                each.id(),
                each.against(),
                each.party(),
                each.from(),
                each.what(),
                each.why(),
                each.measure(),
                by,
                each.at(),
                each.answer().map(answer -> new Answer(answer.accepted(), answer.words(), answerer, answer.at())));
    }
}
