package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.organisation.Directory;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;
import se.samverkan.statistics.Observation.Subject.OfCountry;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;
import se.samverkan.statistics.Observation.Subject.OfUnit;

/**
 * The small numbers that the table of observations keeps in place of subjects and breakdowns, for one intake; new ones
 * are made as they are met. Lives within one transaction that holds the lock of imports.
 */
final class Keys {

    private final JdbcClient database;
    private final Directory directory;
    private final Map<Subject, Integer> subjects = new HashMap<>();
    private final Map<Breakdown, Short> breakdowns = new HashMap<>();

    Keys(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
        database.sql("select id, dimension, code from statistics.breakdown").query(row -> {
            breakdowns.put(new Breakdown(row.getString("dimension"), row.getString("code")), row.getShort("id"));
        });
    }

    int subject(Subject subject) {
        return subjects.getOrDefault(subject, 0);
    }

    short breakdown(Breakdown breakdown) {
        return breakdowns.getOrDefault(breakdown, (short) 0);
    }

    /**
     * Learns what these observations speak of, so that the two methods above know it.
     *
     * @throws Refusal when a unit or a municipality is not known
     */
    void learn(Collection<Observation> observations) {
        List<String> units = new ArrayList<>();
        for (Observation observation : observations) {
            Subject subject = observation.subject();
            if (!subjects.containsKey(subject)) {
                learn(subject, units);
            }
            if (!breakdowns.containsKey(observation.breakdown())) {
                breakdowns.put(observation.breakdown(), made(observation.breakdown()));
            }
        }
        if (!units.isEmpty()) {
            learnUnits(units);
        }
    }

    private void learn(Subject subject, List<String> units) {
        switch (subject) {
            case OfUnit unit -> {
                units.add(unit.key());
                subjects.put(subject, 0);
            }
            case OfMunicipality(String code, String type) -> {
                if (directory.municipality(code).isEmpty()) {
                    throw Refusal.rule("refusal.import.unknown-municipality", code);
                }
                subjects.put(subject, made("MUNICIPALITY", code, type));
            }
            case OfCountry(String type) -> subjects.put(subject, made("COUNTRY", "", type));
        }
    }

    private void learnUnits(List<String> keys) {
        Map<String, Long> ids = directory.idsOfUnits(keys);
        keys.stream().filter(key -> !ids.containsKey(key)).findFirst().ifPresent(unknown -> {
            throw Refusal.rule("refusal.import.unknown-unit", unknown);
        });
        Long[] units = ids.values().toArray(Long[]::new);
        database.sql("""
                        insert into statistics.subject (kind, unit) select 'UNIT', unnest(?::bigint[])
                        on conflict do nothing
                        """).param(units).update();
        Map<Long, Integer> numbers = new HashMap<>();
        database.sql("select unit, id from statistics.subject where unit = any (?::bigint[])")
                .param(units)
                .query(row -> {
                    numbers.put(row.getLong("unit"), row.getInt("id"));
                });
        ids.forEach((key, unit) -> subjects.put(new OfUnit(key), numbers.get(unit)));
    }

    private int made(String kind, String municipality, String organiserType) {
        database.sql("""
                        insert into statistics.subject (kind, municipality, organiser_type)
                        values (?, nullif(?, ''), ?)
                        on conflict do nothing
                        """).params(kind, municipality, organiserType).update();
        return database.sql("""
                        select id from statistics.subject
                        where kind = ? and municipality is not distinct from nullif(?, '') and organiser_type = ?
                        """)
                .params(kind, municipality, organiserType)
                .query(Integer.class)
                .single();
    }

    private short made(Breakdown breakdown) {
        return database.sql("insert into statistics.breakdown (dimension, code) values (?, ?) returning id")
                .params(breakdown.dimension(), breakdown.code())
                .query(Short.class)
                .single();
    }
}
