package se.samverkan.evaluation.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.EvaluableRounds.Allotment;
import se.samverkan.selection.EvaluableRounds.Known;
import tools.jackson.databind.json.JsonMapper;

/** Where runs are kept, with their data and what came of them. The database refuses to change one that has ended. */
@Repository
class StoredRuns {

    private static final String COLUMNS = """
            select id, round, round_name, rounds, round_names, owner, planned, design, outcomes, dose, why, plan_version, plan_checksum, last_import, seed,
                software, asked_at, progress, outcome, ended_at, reason
            from evaluation.run
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    StoredRuns(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A run that waits, with who asked for it. */
    record Waiting(long id, long person) {}

    List<Waiting> waiting() {
        return database.sql("select id, person from evaluation.waiting()")
                .query(Waiting.class)
                .list();
    }

    void forsake(long run) {
        database.sql("select evaluation.forsake(?)").param(run).query(row -> {});
    }

    /** The runs that the actor may read, the newest first. */
    List<RunView> all(int most) {
        return database.sql(COLUMNS + "order by id desc limit ?")
                .param(most)
                .query((row, n) -> view(row))
                .list();
    }

    List<RunView> ofRound(long round) {
        return database.sql(COLUMNS + "where round = ? order by id desc")
                .param(round)
                .query((row, n) -> view(row))
                .list();
    }

    Optional<RunView> find(long id) {
        return database.sql(COLUMNS + "where id = ?")
                .param(id)
                .query((row, n) -> view(row))
                .optional();
    }

    private static RunView view(ResultSet row) throws SQLException {
        return new RunView(
                row.getLong("id"),
                row.getLong("round"),
                Arrays.asList((Long[]) row.getArray("rounds").getArray()),
                row.getString("round_names"),
                row.getString("round_name"),
                row.getLong("owner"),
                row.getBoolean("planned"),
                Design.valueOf(row.getString("design")),
                Arrays.asList((String[]) row.getArray("outcomes").getArray()),
                row.getBoolean("dose"),
                row.getString("why"),
                row.getInt("plan_version"),
                row.getString("plan_checksum"),
                row.getInt("last_import"),
                row.getLong("seed"),
                row.getString("software"),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable(row.getObject("progress", UUID.class)),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(java.sql.Timestamp::toInstant),
                Optional.ofNullable(row.getString("reason")));
    }

    /** Keeps what is asked. */
    long add(
            Allotment allotment,
            List<Known> rounds,
            boolean planned,
            Question question,
            int lastImport,
            long seed,
            String software) {
        return database.sql("""
                        insert into evaluation.run (round, round_name, rounds, round_names, owner, planned, design, outcomes, dose, why,
                            plan_version, plan_checksum, last_import, seed, software)
                        values (:round, :name, :rounds, :names, :owner, :planned, :design, :outcomes, :dose, :why, :version, :checksum, :import, :seed,
                            :software)
                        returning id
                        """)
                .param("round", allotment.round().id())
                .param("name", allotment.round().name())
                .param("rounds", rounds.stream().map(Known::id).toArray(Long[]::new))
                .param(
                        "names",
                        rounds.size() < 2
                                ? ""
                                : rounds.stream().map(Known::name).collect(Collectors.joining("; ")))
                .param("owner", allotment.round().owner())
                .param("planned", planned)
                .param("design", question.design().name())
                .param("outcomes", question.outcomes().toArray(String[]::new))
                .param("dose", question.dose())
                .param("why", question.why().text())
                .param("version", allotment.plan().version())
                .param("checksum", allotment.plan().checksum())
                .param("import", lastImport)
                .param("seed", seed)
                .param("software", software)
                .query(Long.class)
                .single();
    }

    void begins(long run, UUID progress) {
        if (isMine(run)) {
            database.sql("update evaluation.run set progress = ? where id = ?")
                    .params(progress, run)
                    .update();
        }
    }

    /** Whether a run waits and nobody else computes it; until the transaction ends nobody else does. */
    boolean isMine(long run) {
        return database.sql("select id from evaluation.run where id = ? and outcome is null for update skip locked")
                .param(run)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Ends a run with what came of it. */
    void ends(long run, Computing.Computed computed) {
        computed.data()
                .forEach((indicator, content) -> database.sql(
                                "insert into evaluation.data_file (run, indicator, content) values (?, ?, ?)")
                        .params(run, indicator, content)
                        .update());
        end(run, "DONE", json.writeValueAsString(computed.results()), null);
    }

    void fails(long run, String reason) {
        end(run, "FAILED", null, reason);
    }

    private void end(long run, String outcome, @Nullable String result, @Nullable String reason) {
        database.sql("update evaluation.run set outcome = ?, ended_at = now(), result = ?, reason = ? where id = ?")
                .param(outcome)
                .param(result)
                .param(reason)
                .param(run)
                .update();
    }

    List<OutcomeResult> results(long run) {
        return database.sql("select result from evaluation.run where id = ? and result is not null")
                .param(run)
                .query(String.class)
                .optional()
                .map(text -> List.of(json.readValue(text, OutcomeResult[].class)))
                .orElse(List.of());
    }

    /** The results as they are kept, as JSON. */
    String resultText(long run) {
        return database.sql("select result from evaluation.run where id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    /** The data files by indicator. */
    Map<String, String> data(long run) {
        Map<String, String> files = new TreeMap<>();
        database.sql("select indicator, content from evaluation.data_file where run = ?")
                .param(run)
                .query(row -> {
                    files.put(row.getString("indicator"), row.getString("content"));
                });
        return files;
    }
}
