package se.samverkan.shared.database;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What PostgreSQL knows about the tables of our rooms, read from its own catalogues: so a table that a room adds
 * tomorrow is in tomorrow's backup without anybody thinking of it.
 */
final class Catalogue {

    private static final String OURS = "n.nspname = any (string_to_array(:rooms, ','))";

    private final JdbcClient database;

    Catalogue(Connection connection) {
        this.database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Every table that keeps something (histories of migrations too), each after the tables it refers to. */
    List<BackupContents.Table> tables() {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        ask("""
                select c.oid::regclass::text as name, f.confrelid::regclass::text as refers_to
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
                where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p' and %s
                order by n.nspname, c.relname""").query(row -> {
            Set<String> of = references.computeIfAbsent(row.getString("name"), name -> new LinkedHashSet<>());
            if (row.getString("refers_to") != null) {
                of.add(row.getString("refers_to"));
            }
        });
        return inOrder(references).stream()
                .map(name -> BackupContents.Table.uncounted(name, columns(name)))
                .toList();
    }

    private static List<String> inOrder(Map<String, Set<String>> references) {
        List<String> ordered = new ArrayList<>();
        Set<String> waiting = new LinkedHashSet<>(references.keySet());
        while (!waiting.isEmpty()) {
            List<String> ready = waiting.stream()
                    .filter(table ->
                            references.getOrDefault(table, Set.of()).stream().noneMatch(waiting::contains))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + waiting);
            }
            ordered.addAll(ready);
            ready.forEach(waiting::remove);
        }
        return ordered;
    }

    /** The columns of a table except those that PostgreSQL computes by itself. */
    private List<String> columns(String table) {
        return database.sql("""
                        select quote_ident(attname) from pg_attribute
                        where attrelid = :table::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attnum""").param("table", table).query(String.class).list();
    }

    List<BackupContents.Partition> partitions() {
        return ask("""
                select c.oid::regclass::text as name, i.inhparent::regclass::text as parent,
                    pg_get_expr(c.relpartbound, c.oid) as bounds
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_inherits i on i.inhrelid = c.oid
                where c.relkind = 'r' and c.relispartition and %s
                order by 1""").query(BackupContents.Partition.class).list();
    }

    /** Every table and every part of one; a part may have triggers that its whole does not know. */
    List<String> tablesAndParts() {
        return ask("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and %s
                order by c.oid""").query(String.class).list();
    }

    List<BackupContents.Sequence> sequences() {
        List<String> names = ask("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and %s
                order by 1""").query(String.class).list();
        return names.stream()
                .map(name -> database.sql("select last_value, is_called from " + name)
                        .query((row, n) -> new BackupContents.Sequence(
                                name, row.getLong("last_value"), row.getBoolean("is_called")))
                        .single())
                .toList();
    }

    List<String> materializedViews() {
        return ask("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'm' and %s
                order by c.oid""").query(String.class).list();
    }

    /** The newest migration of each room that has any. */
    Map<String, String> migrations() {
        Map<String, String> newest = new LinkedHashMap<>();
        for (String room : roomsThatAreThere()) {
            database.sql("select version from " + room + """
                            .flyway_schema_history where success and version is not null
                            order by installed_rank desc limit 1""")
                    .query(String.class)
                    .optional()
                    .ifPresent(version -> newest.put(room, version));
        }
        return newest;
    }

    /** The rooms whose migrations have begun here. */
    List<String> roomsThatAreThere() {
        return ask("""
                select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relname = 'flyway_schema_history' and c.relkind = 'r' and %s
                order by 1""").query(String.class).list();
    }

    private JdbcClient.StatementSpec ask(String sql) {
        return database.sql(sql.formatted(OURS)).param("rooms", String.join(",", RoomMigrations.ROOMS));
    }
}
