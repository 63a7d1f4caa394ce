package se.samverkan.analysis.pack;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.mark.Markable;

/** What is written beside a series can be marked as secret by those who write in the pack. */
@Component
class AnnotationMarkable implements Markable {

    private final JdbcClient database;

    AnnotationMarkable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return Annotation.KIND;
    }

    @Override
    public String field() {
        return "words";
    }

    @Override
    public Optional<Record> find(long about) {
        return database.sql("""
                        select a.id, a.organiser, u.name, a.partnership, u.key, a.line
                        from analysis.annotation a join organisation.unit u on u.id = a.unit
                        where a.id = ? and analysis.annotates(a.partnership, a.agency, a.organiser, a.unit)
                        """)
                .param(about)
                .query((row, n) -> new Record(
                        row.getLong("id"),
                        row.getLong("organiser"),
                        row.getString("name"),
                        "/partnerships/" + row.getLong("partnership") + "/units/" + row.getString("key") + "/pack"
                                + (row.getString("line").equals(Annotation.WHOLE) ? "" : "#" + row.getString("line"))))
                .optional();
    }
}
