package se.samverkan.statistics.likeness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.organisation.Directory;
import se.samverkan.statistics.DataVersion;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.SimilarUnits;

/**
 * Makes similar units and their spans anew, all of them in one transaction: readers see the old ones until the new ones
 * are whole. Two computations at once wait for each other.
 */
@Component
class Computation implements SimilarUnits {

    private static final Logger LOG = LoggerFactory.getLogger(Computation.class);
    /** In this order a unit of several forms is compared. */
    private static final List<String> FORMS = List.of("COMPULSORY", "UPPER_SECONDARY", "PRESCHOOL");

    private final JdbcClient database;
    private final DataSource connections;
    private final TransactionTemplate transaction;
    private final Directory directory;
    private final Indicators indicators;
    private final Neighbourhoods neighbourhoods;
    private final DataVersion version;

    Computation(
            JdbcClient database,
            DataSource connections,
            TransactionTemplate transaction,
            Directory directory,
            Indicators indicators,
            Neighbourhoods neighbourhoods,
            DataVersion version) {
        this.database = database;
        this.connections = connections;
        this.transaction = transaction;
        this.directory = directory;
        this.indicators = indicators;
        this.neighbourhoods = neighbourhoods;
        this.version = version;
    }

    @Override
    public boolean areBehind() {
        DataVersion.State state = version.read();
        return state.bands() < state.figures();
    }

    @Override
    public void refresh() {
        refresh(true);
    }

    /** The same, unless another has done it meanwhile. */
    void catchUp() {
        refresh(false);
    }

    private void refresh(boolean always) {
        long began = System.nanoTime();
        long spans = Objects.requireNonNull(transaction.execute(status -> compute(always)));
        LOG.info("similar units computed: {} spans in {} ms", spans, (System.nanoTime() - began) / 1_000_000);
    }

    private long compute(boolean always) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('samverkan similar units', 0))")
                .query(rs -> {});
        DataVersion.State state = version.read();
        if (!always && state.bands() == state.figures()) {
            return 0;
        }
        for (String table : List.of("neighbour", "likeness", "band", "middle")) {
            database.sql("delete from statistics." + table).update();
        }
        long spans = write();
        database.sql("update statistics.data_version set bands_of = ?")
                .param(state.figures())
                .update();
        return spans;
    }

    private long write() {
        Connection target = DataSourceUtils.getConnection(connections);
        try (Connection source = connections.getConnection()) {
            source.setAutoCommit(false);
            source.setReadOnly(true);
            List<Spans.Neighbourhood> forms = new ArrayList<>();
            for (String form : FORMS) {
                FormUnits units = FormUnits.of(form, directory.placed(form));
                forms.add(new Spans.Neighbourhood(units, neighbourhoods.make(units, target)));
            }
            long spans = new Spans(indicators, forms).write(source, target);
            source.rollback();
            return spans;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("similar units could not be computed", e);
        } finally {
            DataSourceUtils.releaseConnection(target, connections);
        }
    }
}
