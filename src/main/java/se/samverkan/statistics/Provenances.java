package se.samverkan.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.statistics.Observation.Breakdown;

/** Where figures come from and which parts there are: rows that never change once written, so they are kept here. */
@Repository
class Provenances {

    private final JdbcClient database;
    private final Cache<Integer, Provenance> imports =
            Caffeine.newBuilder().maximumSize(20_000).build();
    private volatile Map<Short, Breakdown> breakdowns = Map.of();

    Provenances(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where a figure comes from.
     *
     * @param importId the number of the import
     * @param layout what kind of file or answer it was
     * @param source whose figures they are
     * @param fetched the day they were fetched from there
     * @param computed whether we have computed them ourselves
     */
    record Provenance(int importId, String layout, String source, LocalDate fetched, boolean computed) {}

    /** These imports by their numbers, with at most one question to the database. */
    Map<Integer, Provenance> of(Collection<Integer> wanted) {
        Map<Integer, Provenance> found = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int id : wanted) {
            Provenance known = imports.getIfPresent(id);
            if (known == null) {
                missing.add(id);
            } else {
                found.put(id, known);
            }
        }
        if (!missing.isEmpty()) {
            read(missing).forEach(provenance -> {
                imports.put(provenance.importId(), provenance);
                found.put(provenance.importId(), provenance);
            });
        }
        return found;
    }

    private List<Provenance> read(List<Integer> ids) {
        return database.sql("select id, layout, source, fetched_on, computed from statistics.import where id = any (?)")
                .param(ids.toArray(Integer[]::new))
                .query((row, n) -> new Provenance(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5)))
                .list();
    }

    /** The part of the population that a number stands for. */
    Breakdown breakdown(short number) {
        if (number == 0) {
            return Breakdown.ALL;
        }
        Breakdown known = breakdowns.get(number);
        if (known == null) {
            breakdowns = readBreakdowns();
            known = breakdowns.get(number);
        }
        if (known == null) {
            throw new IllegalStateException("no part has the number " + number);
        }
        return known;
    }

    private Map<Short, Breakdown> readBreakdowns() {
        Map<Short, Breakdown> all = new HashMap<>();
        database.sql("select id, dimension, code from statistics.breakdown").query(row -> {
            all.put(row.getShort(1), new Breakdown(row.getString(2), row.getString(3)));
        });
        return Map.copyOf(all);
    }
}
