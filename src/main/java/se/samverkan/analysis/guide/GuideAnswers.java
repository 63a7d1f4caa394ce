package se.samverkan.analysis.guide;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been answered to guiding questions, one answer a row, as row-level security lets the actor see it. */
@Repository
class GuideAnswers {

    private final JdbcClient database;

    GuideAnswers(JdbcClient database) {
        this.database = database;
    }

    /** An answer and how many times it has been changed. */
    record Answer(String words, int version) {}

    /** By the form's key and the field's. */
    Map<String, Map<String, Answer>> of(long analysis) {
        Map<String, Map<String, Answer>> found = new HashMap<>();
        database.sql("select form, field, words, version from analysis.answer where analysis = ?")
                .param(analysis)
                .query(row -> {
                    found.computeIfAbsent(row.getString("form"), form -> new HashMap<>())
                            .put(row.getString("field"), new Answer(row.getString("words"), row.getInt("version")));
                });
        return found;
    }

    void answer(long analysis, String form, String field, String words) {
        database.sql("""
                insert into analysis.answer (analysis, form, field, words, version) values (?, ?, ?, ?, 1)
                on conflict (analysis, form, field) do update set words = excluded.words, version = answer.version + 1,
                    changed_by = access.person(), changed_at = now()
                """).params(analysis, form, field, words).update();
    }
}
