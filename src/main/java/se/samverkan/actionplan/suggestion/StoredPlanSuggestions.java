package se.samverkan.actionplan.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.actionplan.content.PlanText;

/** The suggestions in the database, as row-level security lets the actor see them. */
@Repository
class StoredPlanSuggestions {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredPlanSuggestions(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    private record Row(PlanSuggestion said, long by, Optional<Long> answeredBy) {}

    /** Those of a plan, the newest first. */
    List<PlanSuggestion> of(long plan) {
        List<Row> rows =
                database.sql("""
                select s.id, s.part, s.field, s.base, s.words, s.why, s.made_by, s.made_at, s.withdrawn_at,
                    a.accepted, a.words as answer, a.made_by as answered_by, a.made_at as answered_at
                from actionplan.suggestion s left join actionplan.suggestion_answer a on a.suggestion = s.id
                where s.plan = ? order by s.id desc
                """).param(plan).query((row, n) -> row(row)).list();
        Map<Long, PersonName> called = names.of(rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.by()), row.answeredBy().stream()))
                .distinct()
                .toList());
        return rows.stream().map(row -> named(row, called)).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        PlanSuggestion said = new PlanSuggestion(
                row.getLong("id"),
                row.getLong("part"),
                new PlanText(row.getString("field")),
                row.getString("base"),
                row.getString("words"),
                row.getString("why"),
                NOBODY,
                row.getTimestamp("made_at").toInstant(),
                row.getLong("made_by") == Actor.current().person(),
                row.getTimestamp("withdrawn_at") != null,
                answered == null
                        ? Optional.empty()
                        : Optional.of(new PlanSuggestion.Answer(
                                row.getBoolean("accepted"), row.getString("answer"), NOBODY, answered.toInstant())));
        return new Row(
                said,
                row.getLong("made_by"),
                answered == null ? Optional.empty() : Optional.of(row.getLong("answered_by")));
    }

    private static PlanSuggestion named(Row row, Map<Long, PersonName> called) {
        PlanSuggestion said = row.said();
        return new PlanSuggestion(
                said.id(),
                said.part(),
                said.text(),
                said.base(),
                said.words(),
                said.why(),
                called.getOrDefault(row.by(), NOBODY),
                said.at(),
                said.mine(),
                said.withdrawn(),
                said.answer()
                        .map(answer -> new PlanSuggestion.Answer(
                                answer.accepted(),
                                answer.words(),
                                row.answeredBy()
                                        .map(by -> called.getOrDefault(by, NOBODY))
                                        .orElse(NOBODY),
                                answer.at())));
    }

    long suggest(long plan, long part, PlanText text, String base, String words, String why) {
        return database.sql("""
                insert into actionplan.suggestion (plan, part, field, base, words, why)
                values (?, ?, ?, ?, ?, ?) returning id
                """)
                .params(plan, part, text.name(), base, words, why)
                .query(Long.class)
                .single();
    }

    /** Who made a suggestion, by id. */
    long madeBy(long suggestion) {
        return database.sql("select made_by from actionplan.suggestion where id = ?")
                .param(suggestion)
                .query(Long.class)
                .single();
    }

    void withdraw(long suggestion) {
        database.sql("update actionplan.suggestion set withdrawn_at = now() where id = ?")
                .param(suggestion)
                .update();
    }

    void answer(long plan, long suggestion, boolean accepted, String words) {
        database.sql("""
                insert into actionplan.suggestion_answer (suggestion, plan, accepted, words) values (?, ?, ?, ?)
                """).params(suggestion, plan, accepted, words).update();
    }

    int waiting(long plan) {
        return database.sql("""
                select count(*) from actionplan.suggestion s join actionplan.part p on p.id = s.part
                where s.plan = ? and p.removed_at is null and s.withdrawn_at is null
                  and not exists (select from actionplan.suggestion_answer d where d.suggestion = s.id)
                """).param(plan).query(Integer.class).single();
    }

    /** A plan with suggestions that wait for the actor. */
    record Waiting(long plan, String unit, int count) {}

    List<Waiting> waiting() {
        return database.sql("""
                select a.id, u.name, count(*) as count
                from actionplan.suggestion s join actionplan.plan a on a.id = s.plan
                join actionplan.part p on p.id = s.part and p.removed_at is null
                join organisation.unit u on u.id = a.unit
                where a.id = any ((select actionplan.written())::bigint[]) and s.withdrawn_at is null
                  and not exists (select from actionplan.suggestion_answer d where d.suggestion = s.id)
                group by a.id, u.name order by a.id
                """)
                .query((row, n) -> new Waiting(row.getLong("id"), row.getString("name"), row.getInt("count")))
                .list();
    }
}
