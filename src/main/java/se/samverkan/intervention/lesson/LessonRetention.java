package se.samverkan.intervention.lesson;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RetentionSource;

/** Lessons that were removed by those who wrote them, longer ago than they can be taken back. */
@Component
class LessonRetention implements RetentionSource {

    private final JdbcClient database;

    LessonRetention(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "removed-lessons";
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return database.sql("select id, title, rested_on from intervention.lessons_at_rest(?, ?)")
                .params(restedBy, most)
                .query((row, n) -> new Due(
                        row.getString("id"), row.getString("title"), row.getObject("rested_on", LocalDate.class)))
                .list();
    }

    @Override
    public void dispose(Collection<String> items) {
        database.sql("select intervention.dispose_lessons(?)")
                .param(items.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {});
    }
}
