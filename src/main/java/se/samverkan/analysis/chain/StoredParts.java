package se.samverkan.analysis.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation.Breakdown;

/** The parts of analyses in the database, as row-level security lets the actor see them. */
@Repository
class StoredParts {

    private final JdbcClient database;

    StoredParts(JdbcClient database) {
        this.database = database;
    }

    Chain chain(long analysis) {
        return chains(List.of(analysis)).getOrDefault(analysis, new Chain(List.of(), List.of()));
    }

    /** The chains of several analyses, by the id of the analysis, in two questions; one without parts is not there. */
    Map<Long, Chain> chains(Collection<Long> analyses) {
        Long[] wanted = analyses.toArray(Long[]::new);
        Map<Long, List<Part>> parts = new LinkedHashMap<>();
        database.sql("""
                select p.analysis, p.id, p.kind, coalesce(p.number, 0) as number, p.sort, p.level, p.heard, p.title,
                    coalesce(w.words, '') as words, p.source, p.version,
                    f.part as figure, f.indicator, f.dimension, f.code, f.period, f.status, f.value, f.token, f.n, f.known_by,
                    o.kind as origin, o.ref, o.words as origin_words, o.address, o.kept_on
                from analysis.part p left join analysis.part_words w on w.part = p.id
                left join analysis.figure f on f.part = p.id left join analysis.origin o on o.part = p.id
                where p.analysis = any (?) and p.removed_at is null order by p.number nulls first, p.id
                """).param(wanted).query(row -> {
            parts.computeIfAbsent(row.getLong("analysis"), id -> new ArrayList<>())
                    .add(part(row));
        });
        Map<Long, List<Link>> links = new HashMap<>();
        database.sql("""
                select analysis, id, upper_part, lower_part from analysis.link
                where analysis = any (?) and removed_at is null order by id
                """).param(wanted).query(row -> {
            links.computeIfAbsent(row.getLong("analysis"), id -> new ArrayList<>())
                    .add(new Link(row.getLong("id"), row.getLong("upper_part"), row.getLong("lower_part")));
        });
        Map<Long, Chain> chains = new HashMap<>();
        parts.forEach((id, own) -> chains.put(id, new Chain(own, links.getOrDefault(id, List.of()))));
        return chains;
    }

    /** What parts of a kind are called, in the analyses of a unit of a partnership, or of all its units. */
    List<NamedPart> named(long partnership, Optional<Long> unit, PartKind kind) {
        return database.sql("""
                select p.analysis, p.id, coalesce(p.number, 0) as number, p.title
                from analysis.part p join analysis.analysis a on a.id = p.analysis
                where a.partnership = :partnership and (:unit::bigint is null or a.unit = :unit)
                  and p.kind = :kind and p.removed_at is null
                order by p.analysis, p.number nulls first, p.id
                """)
                .param("partnership", partnership)
                .param("unit", unit.orElse(null), java.sql.Types.BIGINT)
                .param("kind", kind.name())
                .query(NamedPart.class)
                .list();
    }

    long add(long analysis, PartDraft draft, @Nullable Integer number) {
        long part = database.sql("""
                insert into analysis.part (analysis, kind, number, sort, level, heard, title, source)
                values (:analysis, :kind, :number, :sort, :level, :heard, :title, :source) returning id
                """)
                .param("analysis", analysis)
                .param("kind", draft.kind().name())
                .param("number", number, java.sql.Types.INTEGER)
                .param("sort", draft.sort())
                .param("level", draft.level())
                .param("heard", draft.heard())
                .param("title", draft.title())
                .param("source", draft.source())
                .query(Long.class)
                .single();
        say(part, draft.words());
        return part;
    }

    /** What there is to say of a part; nothing where there is nothing. */
    private void say(long part, String words) {
        if (words.isEmpty()) {
            database.sql("delete from analysis.part_words where part = ?")
                    .param(part)
                    .update();
        } else {
            database.sql("""
                    insert into analysis.part_words (part, analysis, words)
                    select id, analysis, ? from analysis.part where id = ?
                    on conflict (part) do update set words = excluded.words
                    """).params(words, part).update();
        }
    }

    /** The analysis that a part stands in, as far as the actor sees it. */
    Optional<Long> analysisOf(long part) {
        return database.sql("select analysis from analysis.part where id = ? and removed_at is null")
                .param(part)
                .query(Long.class)
                .optional();
    }

    /** A number that no area of the analysis has had. */
    int nextNumber(long analysis) {
        return database.sql(
                        "update analysis.analysis set last_number = last_number + 1 where id = ? returning last_number")
                .param(analysis)
                .query(Integer.class)
                .single();
    }

    void keep(long part, KeptFigure figure) {
        database.sql("""
                insert into analysis.figure (part, indicator, dimension, code, period, status, value, token, n, known_by)
                values (:part, :indicator, :dimension, :code, :period, :status, :value, :token, :n, :known)
                """)
                .param("part", part)
                .param("indicator", figure.indicator())
                .param("dimension", figure.breakdown().dimension())
                .param("code", figure.breakdown().code())
                .param("period", figure.period().key())
                .param("status", figure.figure().status())
                .param("value", figure.figure().value().orElse(0))
                .param("token", figure.figure().token())
                .param("n", figure.n().isPresent() ? figure.n().getAsInt() : null, java.sql.Types.INTEGER)
                .param("known", figure.knownBy())
                .update();
    }

    void keep(long part, String kind, String ref, String words, String address) {
        database.sql("insert into analysis.origin (part, kind, ref, words, address) values (?, ?, ?, ?, ?)")
                .params(part, kind, ref, words, address)
                .update();
    }

    /** @return whether it still was in that version */
    boolean change(long part, int version, PartDraft draft) {
        boolean changed = database.sql("""
                update analysis.part set sort = :sort, level = :level, heard = :heard, title = :title,
                    source = :source, version = version + 1, changed_by = access.person(), changed_at = now()
                where id = :part and version = :version and removed_at is null
                """)
                        .param("sort", draft.sort())
                        .param("level", draft.level())
                        .param("heard", draft.heard())
                        .param("title", draft.title())
                        .param("source", draft.source())
                        .param("part", part)
                        .param("version", version)
                        .update()
                == 1;
        if (changed) {
            say(part, draft.words());
        }
        return changed;
    }

    void remove(long part) {
        database.sql("update analysis.part set removed_by = access.person(), removed_at = now() where id = ?")
                .param(part)
                .update();
    }

    void restore(long part) {
        database.sql("update analysis.part set removed_by = null, removed_at = null where id = ?")
                .param(part)
                .update();
    }

    List<RemovedPart> removed(long analysis) {
        return database.sql("""
                select id, kind, title, removed_at from analysis.part
                where analysis = ? and removed_at > now() - make_interval(days => ?) order by removed_at desc, id
                """)
                .params(analysis, (int) Bin.KEPT.toDays())
                .query((row, n) -> {
                    Instant at = row.getTimestamp("removed_at").toInstant();
                    return new RemovedPart(
                            row.getLong("id"),
                            PartKind.valueOf(row.getString("kind")),
                            row.getString("title"),
                            at,
                            at.plus(Bin.KEPT));
                })
                .list();
    }

    void link(long analysis, long upper, long lower) {
        database.sql("insert into analysis.link (analysis, upper_part, lower_part) values (?, ?, ?)")
                .params(analysis, upper, lower)
                .update();
    }

    void unlink(long link) {
        database.sql("update analysis.link set removed_by = access.person(), removed_at = now() where id = ?")
                .param(link)
                .update();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getLong("id"),
                PartKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                row.getString("sort"),
                row.getString("level"),
                row.getString("heard"),
                row.getString("title"),
                row.getString("words"),
                row.getString("source"),
                row.getInt("version"),
                row.getObject("figure") == null ? Optional.empty() : Optional.of(figure(row)),
                row.getObject("origin") == null ? Optional.empty() : Optional.of(origin(row)));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getString("origin"),
                row.getString("ref"),
                row.getString("origin_words"),
                row.getString("address"),
                row.getObject("kept_on", LocalDate.class));
    }

    private static KeptFigure figure(ResultSet row) throws SQLException {
        int n = row.getInt("n");
        OptionalInt cohort = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(n);
        return new KeptFigure(
                row.getString("indicator"),
                new Breakdown(row.getString("dimension"), row.getString("code")),
                Period.ofKey(row.getInt("period")),
                Figure.of(row.getInt("status"), row.getDouble("value"), row.getString("token")),
                cohort,
                row.getInt("known_by"));
    }
}
