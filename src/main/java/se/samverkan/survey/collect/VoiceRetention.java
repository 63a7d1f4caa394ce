package se.samverkan.survey.collect;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.retention.RestingItems;
import se.samverkan.records.retention.RetentionSource;

/** What staff wrote in own words in surveys that were closed long ago. */
@Component
class VoiceRetention implements RetentionSource {

    private final RestingItems items;

    VoiceRetention(JdbcClient database) {
        this.items = new RestingItems(database, "survey.voices_at_rest", "survey.dispose_voices");
    }

    @Override
    public String kind() {
        return "survey-voices";
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
