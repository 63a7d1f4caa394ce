package se.samverkan.actionplan.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.shared.Bin;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parts of plans in the database, as row-level security lets the actor see them. */
@Repository
class StoredPlanParts {

    private static final PersonName NOBODY = new PersonName("", null);
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final Names names;

    StoredPlanParts(JdbcClient database, JsonMapper json, Names names) {
        this.database = database;
        this.json = json;
        this.names = names;
    }

    PlanParts parts(long plan) {
        return new PlanParts(
                database.sql("""
                select id, kind, upper_part, coalesce(number, 0) as number, title, words, fields, version, changed_by,
                    changed_at
                from actionplan.part where plan = ? and removed_at is null order by number nulls first, id
                """).param(plan).query((row, n) -> part(row)).list());
    }

    /** The parts of the analysis that were fetched, those that have been removed since too. */
    Set<Long> origins(long plan) {
        return new HashSet<>(database.sql("select origin from actionplan.part where plan = ? and origin is not null")
                .param(plan)
                .query(Long.class)
                .list());
    }

    long add(long plan, PlanPartDraft draft, Optional<Long> upper, Optional<Long> origin) {
        return database.sql("""
                insert into actionplan.part (plan, kind, upper_part, number, title, words, fields, origin)
                values (:plan, :kind, :upper, case when :numbered then (select coalesce(max(p.number), 0) + 1
                        from actionplan.part p where p.plan = :plan and p.kind = :kind) end,
                    :title, :words, :fields::jsonb, :origin) returning id
                """)
                .param("plan", plan)
                .param("kind", draft.kind().name())
                .param("upper", upper.orElse(null), Types.BIGINT)
                .param("numbered", draft.kind().isNumbered())
                .param("title", draft.title())
                .param("words", draft.words())
                .param("fields", json(draft.fields()))
                .param("origin", origin.orElse(null), Types.BIGINT)
                .query(Long.class)
                .single();
    }

    /** @return whether it still was in that version */
    boolean change(long part, int version, PlanPartDraft draft) {
        return database.sql("""
                update actionplan.part set title = :title, words = :words, fields = :fields::jsonb,
                    version = version + 1, changed_by = access.person(), changed_at = now()
                where id = :part and version = :version and removed_at is null
                """)
                        .param("title", draft.title())
                        .param("words", draft.words())
                        .param("fields", json(draft.fields()))
                        .param("part", part)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Keeps the text that stands now, before another takes its place. */
    void keepReplaced(PlanPart part) {
        database.sql("""
                insert into actionplan.kept_text (part, title, words, fields, why, written_by, written_at)
                select id, title, words, :fields::jsonb, 'REPLACED', changed_by, changed_at
                from actionplan.part where id = :part
                """)
                .param("part", part.id())
                .param("fields", json(part.draft().texts()))
                .update();
    }

    /** Keeps a text that the actor wrote while somebody else saved another; once, however often it is sent. */
    void keepUnsaved(long part, PlanPartDraft draft) {
        database.sql("""
                insert into actionplan.kept_text (part, title, words, fields, why, written_by, written_at)
                select :part, :title, :words, :fields::jsonb, 'NOT_SAVED', access.person(), now()
                where not exists (select from actionplan.kept_text k where k.part = :part and k.why = 'NOT_SAVED'
                    and k.title = :title and k.words = :words and k.fields = :fields::jsonb
                    and k.written_by = access.person())
                """)
                .param("part", part)
                .param("title", draft.title())
                .param("words", draft.words())
                .param("fields", json(draft.texts()))
                .update();
    }

    List<KeptPlanText> keptTexts(long part, int most) {
        record Row(KeptPlanText text, long by) {}
        List<Row> rows = database.sql("""
                select title, words, fields, why, written_by, written_at from actionplan.kept_text
                where part = ? order by kept_at desc, id desc limit ?
                """)
                .params(part, most)
                .query((row, n) -> new Row(
                        new KeptPlanText(
                                row.getString("title"),
                                row.getString("words"),
                                fields(row),
                                KeptPlanText.Why.valueOf(row.getString("why")),
                                NOBODY,
                                row.getTimestamp("written_at").toInstant()),
                        row.getLong("written_by")))
                .list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::by).distinct().toList());
        return rows.stream()
                .map(row -> row.text().by(called.getOrDefault(row.by(), NOBODY)))
                .toList();
    }

    void remove(long part) {
        database.sql("update actionplan.part set removed_by = access.person(), removed_at = now() where id = ?")
                .param(part)
                .update();
    }

    void restore(long part) {
        database.sql("update actionplan.part set removed_by = null, removed_at = null where id = ?")
                .param(part)
                .update();
    }

    List<RemovedPlanPart> removed(long plan) {
        return database.sql("""
                select id, kind, title, removed_at from actionplan.part
                where plan = ? and removed_at > now() - make_interval(days => ?) order by removed_at desc, id
                """)
                .params(plan, (int) Bin.KEPT.toDays())
                .query((row, n) -> new RemovedPlanPart(
                        row.getLong("id"),
                        PlanPartKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getTimestamp("removed_at").toInstant().plus(Bin.KEPT)))
                .list();
    }

    private String json(Map<PlanField, String> fields) {
        Map<String, String> named = new TreeMap<>();
        fields.forEach((field, text) -> named.put(field.name(), text));
        return json.writeValueAsString(named);
    }

    private Map<PlanField, String> fields(ResultSet row) throws SQLException {
        Map<PlanField, String> fields = new EnumMap<>(PlanField.class);
        json.readValue(row.getString("fields"), FIELDS)
                .forEach((name, text) -> fields.put(PlanField.valueOf(name), text));
        return fields;
    }

    private PlanPart part(ResultSet row) throws SQLException {
        long upper = row.getLong("upper_part");
        Optional<Long> under = row.wasNull() ? Optional.empty() : Optional.of(upper);
        Instant at = row.getTimestamp("changed_at").toInstant();
        return new PlanPart(
                row.getLong("id"),
                PlanPartKind.valueOf(row.getString("kind")),
                under,
                row.getInt("number"),
                row.getString("title"),
                row.getString("words"),
                Map.copyOf(fields(row)),
                row.getInt("version"),
                row.getLong("changed_by"),
                at);
    }
}
