package se.samverkan.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.shared.Refusal;

/**
 * The intake: batch by batch, observations are held against what is known, and what is new or different goes by COPY to
 * where it belongs. What is said again is left alone; what is said differently revises what was there.
 *
 * <p>A lock that lasts as long as the transaction lets imports follow each other, so that the numbers of imports are the
 * order of knowing.
 */
@Component
class BulkIntake implements Intake {

    private static final int AT_A_TIME = 100_000;
    private static final String UNIQUE_VIOLATION = "23505";

    private final JdbcClient database;
    private final DataSource connections;
    private final Directory directory;
    private final Indicators indicators;
    private final ApplicationEventPublisher events;

    BulkIntake(
            JdbcClient database,
            DataSource connections,
            Directory directory,
            Indicators indicators,
            ApplicationEventPublisher events) {
        this.database = database;
        this.connections = connections;
        this.directory = directory;
        this.indicators = indicators;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitForTurn() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('samverkan imports', 0))")
                .query(rs -> {});
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(Stream<Observation> observations, Provenance provenance) {
        waitForTurn();
        int importId = begin(provenance);
        Taken taken = takeAll(observations, importId);
        database.sql("update statistics.import set rows_read = ?, added = ?, revised = ?, unchanged = ? where id = ?")
                .params(taken.read(), taken.added(), taken.revised(), taken.unchanged(), importId)
                .update();
        database.sql("update statistics.data_version set version = version + 1").update();
        events.publishEvent(new FiguresTaken(importId));
        return taken;
    }

    private int begin(Provenance provenance) {
        return database.sql("""
                        insert into statistics.import
                            (layout, source, fetched_on, checksum, rows_read, added, revised, unchanged)
                        values (?, ?, ?, ?, 0, 0, 0, 0) returning id
                        """)
                .params(provenance.layout(), provenance.source(), provenance.fetchedOn(), provenance.checksum())
                .query(Integer.class)
                .single();
    }

    private Taken takeAll(Stream<Observation> observations, int importId) {
        Covered covered = Covered.read(database);
        Keys keys = new Keys(database, directory);
        Connection connection = DataSourceUtils.getConnection(connections);
        try (observations) {
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            Taken taken = new Taken(importId, 0, 0, 0, 0);
            for (Iterator<Observation> rest = observations.iterator(); rest.hasNext(); ) {
                List<Observation> some = next(rest);
                keys.learn(some);
                Batch batch = Batch.of(some, keys, indicators);
                batch.compareWithWhatIsKnown(database, covered);
                batch.revise(database, importId);
                batch.write(manager, importId);
                taken = sum(taken, batch);
            }
            covered.write(database);
            return taken;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw Refusal.rule("refusal.import.duplicate");
            }
            throw new DataAccessResourceFailureException("the figures could not be taken in", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, connections);
        }
    }

    private static Taken sum(Taken before, Batch batch) {
        return new Taken(
                before.importId(),
                before.read() + batch.size(),
                before.added() + batch.size() - batch.revised() - batch.unchanged(),
                before.revised() + batch.revised(),
                before.unchanged() + batch.unchanged());
    }

    private static List<Observation> next(Iterator<Observation> rest) {
        List<Observation> some = new ArrayList<>();
        while (some.size() < AT_A_TIME && rest.hasNext()) {
            some.add(rest.next());
        }
        return some;
    }
}
