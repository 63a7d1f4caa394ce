package se.samverkan.partnership.tally;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.CaseTallies;
import se.samverkan.partnership.TallySource;

/** Asks the functions of all rooms in one question. */
@Component
class StoredTallies implements CaseTallies {

    private final JdbcClient database;
    private final ObjectProvider<TallySource> sources;
    private final Rights rights;

    StoredTallies(JdbcClient database, ObjectProvider<TallySource> sources, Rights rights) {
        this.database = database;
        this.sources = sources;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Programme> programmes() {
        rights.require(Verb.READ_AGGREGATES);
        return database.sql("select organisation, name, variant, newest, cases from partnership.programmes_tallied()")
                .query(Programme.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Tally> of(long organisation, String variant) {
        rights.require(Verb.READ_AGGREGATES);
        List<Long> cases = database.sql("select partnership.cases_tallied(?, ?)")
                .params(organisation, variant)
                .query(Long.class)
                .list();
        // Whoever asks waits while two others count: a third beside them would only take their time.
        database.sql("set local parallel_leader_participation = off").update();
        return database.sql(sources.orderedStream()
                        .map(source -> "select topic, row_key as row, column_key as column, value, contributors from "
                                + source.function() + "(:cases)")
                        .collect(Collectors.joining(" union all ")))
                .param("cases", cases.toArray(Long[]::new))
                .query(Tally.class)
                .list();
    }
}
