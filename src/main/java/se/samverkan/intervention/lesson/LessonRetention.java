package se.samverkan.intervention.lesson;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RestingItems;
import se.samverkan.records.retention.RetentionSource;

/** Lessons that were removed by those who wrote them, longer ago than they can be taken back. */
@Component
class LessonRetention implements RetentionSource {

    private final RestingItems items;

    LessonRetention(JdbcClient database) {
        this.items = new RestingItems(database, "intervention.lessons_at_rest", "intervention.dispose_lessons");
    }

    @Override
    public String kind() {
        return "removed-lessons";
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return items.due(restedBy, most);
    }

    @Override
    public void dispose(Collection<String> wanted) {
        items.dispose(wanted);
    }
}
