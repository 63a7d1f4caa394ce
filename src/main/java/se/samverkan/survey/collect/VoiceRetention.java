package se.samverkan.survey.collect;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RetentionSource;

/** What staff wrote in own words in surveys that were closed long ago. */
@Component
class VoiceRetention implements RetentionSource {

    private final JdbcClient database;

    VoiceRetention(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "survey-voices";
    }

    @Override
    public List<Due> due(LocalDate restedBy, int most) {
        return database.sql("select id, title, rested_on from survey.voices_at_rest(?, ?)")
                .params(restedBy, most)
                .query((row, n) -> new Due(
                        row.getString("id"), row.getString("title"), row.getObject("rested_on", LocalDate.class)))
                .list();
    }

    @Override
    public void dispose(Collection<String> items) {
        database.sql("select survey.dispose_voices(?)")
                .param(items.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {});
    }
}
