package se.samverkan.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import tools.jackson.databind.ObjectMapper;

/** Writes what happened to the chain of the organisation it concerns, through the one function that may. */
@Component
class AuditLog implements AuditTrail {

    /** The chain of the installation itself, for what concerns no organisation. */
    static final long INSTALLATION = 0;

    private final JdbcClient database;
    private final ObjectMapper json;

    AuditLog(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Happening happening) {
        Long organisation = happening.organisation();
        List<Map<String, String>> changes =
                happening.changes().stream().map(AuditLog::change).toList();
        database.sql("select records.append(?, ?, ?, ?, ?, ?::jsonb)")
                .params(
                        organisation == null ? INSTALLATION : organisation,
                        happening.what(),
                        happening.subject().type(),
                        happening.subject().id(),
                        happening.subject().name(),
                        json.writeValueAsString(changes))
                .query(Long.class)
                .single();
    }

    private static Map<String, String> change(Happening.Change change) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("field", change.field());
        if (change.before() != null) {
            written.put("before", change.before());
        }
        if (change.after() != null) {
            written.put("after", change.after());
        }
        return written;
    }
}
