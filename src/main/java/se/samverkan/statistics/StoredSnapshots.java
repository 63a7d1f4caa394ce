package se.samverkan.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfUnit;

/**
 * Snapshots need no copy: nothing is ever taken away from the observations, so what was known is told by the number of
 * the last import. The checksum proves that nobody changed the past; it is made of every figure in order, read in a
 * stream.
 */
@Component
class StoredSnapshots implements Snapshots {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int AT_A_TIME = 10_000;
    private static final String KNOWN_BY = " import <= ? and (revised_by is null or revised_by > ?) ";

    private final JdbcClient database;
    private final JdbcTemplate stream;
    private final Directory directory;

    StoredSnapshots(JdbcClient database, DataSource connections, Directory directory) {
        this.database = database;
        this.directory = directory;
        this.stream = new JdbcTemplate(connections);
        this.stream.setFetchSize(AT_A_TIME);
    }

    @Override
    @Transactional
    public Snapshot take(String name) {
        int last = lastImport();
        Sum sum = sum(last);
        return database.sql("""
                        insert into statistics.snapshot (name, last_import, observations, checksum) values (?, ?, ?, ?)
                        returning id, name, taken_at, last_import, observations, checksum
                        """)
                .params(name, last, sum.observations, sum.checksum())
                .query((row, n) -> snapshot(row))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public int lastImport() {
        return database.sql("select coalesce(max(id), 0) from statistics.import")
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Observation> read(int snapshot, String unitKey) {
        int last = find(snapshot).lastImport();
        Long unit = directory.idsOfUnits(List.of(unitKey)).get(unitKey);
        return unit == null ? List.of() : read(last, unitKey, unit);
    }

    private List<Observation> read(int last, String unitKey, long unit) {
        return database.sql("""
                        select i.code as indicator, b.dimension, b.code as part, o.period, o.status, o.value, o.token, o.n
                        from statistics.observation o
                        join statistics.subject s on s.id = o.subject
                        join statistics.indicator i on i.id = o.indicator
                        join statistics.breakdown b on b.id = o.breakdown
                        where s.unit = ? and
                        """ + KNOWN_BY + "order by o.indicator, o.breakdown, o.period")
                .params(unit, last, last)
                .query((row, n) -> observation(unitKey, row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isWhole(int id) {
        Snapshot snapshot = find(id);
        Sum sum = sum(snapshot.lastImport());
        return sum.observations == snapshot.observations()
                && HexFormat.of().formatHex(sum.checksum()).equals(snapshot.checksum());
    }

    @Override
    @Transactional(readOnly = true)
    public int lastImportOn(LocalDate day) {
        return database.sql("select coalesce(max(id), 0) from statistics.import where recorded_at < ?")
                .param(day.plusDays(1).atStartOfDay(SWEDEN).toOffsetDateTime())
                .query(Integer.class)
                .single();
    }

    private Snapshot find(int id) {
        return database.sql("""
                        select id, name, taken_at, last_import, observations, checksum from statistics.snapshot
                        where id = ?
                        """)
                .param(id)
                .query((row, n) -> snapshot(row))
                .optional()
                .orElseThrow(Refusal::notSeen);
    }

    private Sum sum(int last) {
        Sum sum = new Sum();
        stream.query(
                "select subject, indicator, breakdown, period, status, value, n, token from statistics.observation where"
                        + KNOWN_BY + "order by subject, indicator, breakdown, period",
                (ResultSet row) -> sum.add(row),
                last,
                last);
        return sum;
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                row.getInt("id"),
                row.getString("name"),
                row.getTimestamp("taken_at").toInstant(),
                row.getInt("last_import"),
                row.getLong("observations"),
                HexFormat.of().formatHex(row.getBytes("checksum")));
    }

    private static Observation observation(String unitKey, ResultSet row) throws SQLException {
        @Nullable Integer n = row.getObject("n", Integer.class);
        return new Observation(
                new OfUnit(unitKey),
                row.getString("indicator"),
                new Breakdown(row.getString("dimension"), row.getString("part")),
                Period.ofKey(row.getInt("period")),
                Figure.of(row.getInt("status"), row.getDouble("value"), row.getString("token")),
                n);
    }

    /** Adds figures up to one checksum. */
    private static final class Sum {

        private final MessageDigest digest = sha256();
        private final ByteBuffer numbers = ByteBuffer.allocate(40);
        private long observations;
        private byte @Nullable [] made;

        void add(ResultSet row) throws SQLException {
            observations++;
            numbers.clear()
                    .putInt(row.getInt("subject"))
                    .putInt(row.getInt("indicator"))
                    .putInt(row.getInt("breakdown"))
                    .putInt(row.getInt("period"))
                    .putInt(row.getInt("status"))
                    .putDouble(row.getDouble("value"))
                    .putInt(row.getInt("n"));
            byte[] token = row.getString("token").getBytes(StandardCharsets.UTF_8);
            numbers.putInt(token.length);
            digest.update(numbers.array(), 0, numbers.position());
            digest.update(token);
        }

        byte[] checksum() {
            byte[] checksum = made == null ? digest.digest() : made;
            made = checksum;
            return checksum.clone();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
