package se.samverkan.statistics;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActorTransactionManager;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.MunicipalityView;
import se.samverkan.statistics.Intake.Provenance;
import se.samverkan.statistics.Intake.Taken;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** The intake on a database of its own, without the rest of the application, so that it can be tried and measured. */
final class IntakeBench {

    private final TestDatabase made = TestDatabases.fresh();
    private final DataSource connections = made.asApplication();
    private final TransactionTemplate transactions = new TransactionTemplate(new ActorTransactionManager(connections));
    private final JdbcClient database = JdbcClient.create(connections);
    private final BulkIntake intake;

    IntakeBench() {
        Indicators indicators = new Indicators(database);
        indicators.afterPropertiesSet();
        intake = new BulkIntake(database, connections, directory(), indicators, event -> {});
    }

    /** Past row-level security. */
    JdbcClient behind() {
        return JdbcClient.create(made.asOwner());
    }

    TestDatabase where() {
        return made;
    }

    Taken take(List<Observation> observations) {
        return take(observations.stream());
    }

    Taken take(Stream<Observation> observations) {
        Provenance provenance = new Provenance("test", "SKOLVERKET", LocalDate.of(2026, 11, 21), new byte[32]);
        return transactions.execute(status -> intake.take(observations, provenance));
    }

    /** Units 10000001 and on, in the municipality 0114. */
    void someUnits(int count) {
        behind().sql("""
                        with county as (insert into organisation.county values ('01', 'Stockholms län')),
                        municipality as (
                            insert into organisation.municipality values ('0114', 'Upplands Väsby', '01')),
                        organiser as (
                            insert into organisation.organisation
                                (kind, key, number, name, organiser_type, municipality, source)
                            values ('ORGANISER', '2120000001', '2120000001', 'Upplands Väsby kommun', 'MUNICIPAL',
                                '0114', 'EXPORT') returning id)
                        insert into organisation.unit (kind, key, code, name, organiser, municipality, source)
                        select 'SCHOOL', (10000000 + g)::text, (10000000 + g)::text, 'Skola ' || g, id, '0114', 'EXPORT'
                        from organiser, generate_series(1, ?) g
                        """).param(count).update();
    }

    Directory directory() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "idsOfUnits" -> idsOfUnits((Collection<?>) arguments[0]);
                        case "municipality" -> Optional.of(new MunicipalityView((String) arguments[0], "", ""));
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private Map<String, Long> idsOfUnits(Collection<?> keys) {
        Map<String, Long> found = new HashMap<>();
        database.sql("select key, id from organisation.unit where key = any (?)")
                .param(keys.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("key"), row.getLong("id"));
                });
        return found;
    }
}
