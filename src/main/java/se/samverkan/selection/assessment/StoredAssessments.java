package se.samverkan.selection.assessment;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.selection.assessment.Assessment.Joint;
import se.samverkan.selection.assessment.Assessment.Opinion;
import se.samverkan.selection.round.RoundMaterial.Conclusion;

/** Where assessments are kept. Row-level security leaves one's own, and the others' once two are finished. */
@Repository
class StoredAssessments {

    private final JdbcClient database;

    StoredAssessments(JdbcClient database) {
        this.database = database;
    }

    /** What the reader may know, by the id of the unit. */
    Map<Long, Assessment> all(long round) {
        Map<Long, List<Opinion>> opinions = opinions(round);
        Map<Long, Joint> joints = joints(round);
        Set<Long> units = new HashSet<>(opinions.keySet());
        units.addAll(joints.keySet());
        Map<Long, Assessment> all = new HashMap<>();
        for (long unit : units) {
            all.put(unit, assessment(opinions.getOrDefault(unit, List.of()), Optional.ofNullable(joints.get(unit))));
        }
        return all;
    }

    private static Assessment assessment(List<Opinion> seen, Optional<Joint> joint) {
        long reader = Actor.current().person();
        List<Opinion> finished = seen.stream().filter(Opinion::isDone).toList();
        return new Assessment(
                seen.stream().filter(one -> one.person() == reader).findFirst(),
                finished.size() < 2 ? List.of() : finished,
                joint);
    }

    private Map<Long, List<Opinion>> opinions(long round) {
        Map<Long, List<Opinion>> found = new HashMap<>();
        database.sql("""
                        select a.unit, a.person, coalesce(p.name, '') as name, a.conclusion, a.reasons, a.version, a.done_at
                        from selection.assessment a
                        left join (select distinct person, name from selection.people(:round)) p using (person)
                        where a.round = :round order by a.unit, a.done_at, a.person
                        """).param("round", round).query(row -> {
            found.computeIfAbsent(row.getLong("unit"), unit -> new ArrayList<>())
                    .add(new Opinion(
                            row.getLong("person"),
                            row.getString("name"),
                            conclusion(row.getString("conclusion")),
                            row.getString("reasons"),
                            row.getInt("version"),
                            Optional.ofNullable(row.getTimestamp("done_at"))
                                    .map(Timestamp::toInstant)
                                    .orElse(null)));
        });
        return found;
    }

    private Map<Long, Joint> joints(long round) {
        Map<Long, Joint> found = new HashMap<>();
        database.sql("""
                        select j.unit, j.conclusion, j.reasons, coalesce(p.name, '') as name, j.made_at, j.version
                        from selection.joint_assessment j
                        left join (select distinct person, name from selection.people(:round)) p on p.person = j.made_by
                        where j.round = :round
                        """).param("round", round).query(row -> {
            found.put(
                    row.getLong("unit"),
                    new Joint(
                            Conclusion.valueOf(row.getString("conclusion")),
                            row.getString("reasons"),
                            row.getString("name"),
                            row.getTimestamp("made_at").toInstant(),
                            row.getInt("version")));
        });
        return found;
    }

    private static @Nullable Conclusion conclusion(@Nullable String text) {
        return text == null ? null : Conclusion.valueOf(text);
    }

    /** Writes the actor's own after the version that was seen, 0 for none; false when there is a newer one. */
    boolean save(long round, long unit, int seen, AssessmentDraft draft) {
        String sql = seen == 0 ? """
                insert into selection.assessment (round, unit, conclusion, reasons, version, done_at)
                values (:round, :unit, :conclusion, :reasons, 1, case when :done then now() end) on conflict do nothing
                """ : """
                update selection.assessment set conclusion = :conclusion, reasons = :reasons, version = version + 1,
                    done_at = case when :done then now() end
                where round = :round and unit = :unit and person = access.person() and version = :seen
                    and done_at is null
                """;
        return database.sql(sql)
                        .param("round", round)
                        .param("unit", unit)
                        .param(
                                "conclusion",
                                draft.conclusion().map(Conclusion::name).orElse(null))
                        .param("reasons", draft.reasons().text())
                        .param("done", draft.done())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Writes the joint line after the version that was seen, 0 for none; false when there is a newer one. */
    boolean join(long round, long unit, int seen, Conclusion conclusion, String reasons) {
        if (seen == 0) {
            return database.sql("""
                            insert into selection.joint_assessment (round, unit, conclusion, reasons, version)
                            values (?, ?, ?, ?, 1) on conflict do nothing
                            """)
                            .params(round, unit, conclusion.name(), reasons)
                            .update()
                    == 1;
        }
        return database.sql("""
                        update selection.joint_assessment set conclusion = ?, reasons = ?, version = version + 1,
                            made_by = access.person(), made_at = now()
                        where round = ? and unit = ? and version = ?
                        """)
                        .params(conclusion.name(), reasons, round, unit, seen)
                        .update()
                == 1;
    }
}
