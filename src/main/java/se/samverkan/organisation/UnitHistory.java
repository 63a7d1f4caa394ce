package se.samverkan.organisation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What units were called, whose they were, where and of which kind, for every day since they became known here. A change begins a new
 * stretch on the day it is learnt; two changes on one day are one.
 */
@Component
class UnitHistory {

    private final JdbcClient database;

    UnitHistory(JdbcClient database) {
        this.database = database;
    }

    /** Brings the history of these units to what they are today. */
    void keep(List<Long> units, LocalDate today) {
        Long[] ids = units.toArray(Long[]::new);
        database.sql("""
                        update organisation.unit_history h set
                            name = case when h.valid_from < :today then h.name else u.name end,
                            organiser = case when h.valid_from < :today then h.organiser else u.organiser end,
                            municipality = case when h.valid_from < :today then h.municipality else u.municipality end,
                            status = case when h.valid_from < :today then h.status else u.status end,
                            special_support = case when h.valid_from < :today
                                then h.special_support else u.special_support end,
                            international = case when h.valid_from < :today then h.international else u.international end,
                            source = case when h.valid_from < :today then h.source else u.source end,
                            valid_to = case when h.valid_from < :today then cast(:today as date) end
                        from organisation.unit u
                        where u.id = any (:ids) and h.unit = u.id and h.valid_to is null
                          and (h.name, h.organiser, h.municipality, h.status, h.special_support, h.international)
                              is distinct from
                              (u.name, u.organiser, u.municipality, u.status, u.special_support, u.international)
                        """).param("today", today).param("ids", ids).update();
        database.sql("""
                        insert into organisation.unit_history
                            (unit, valid_from, name, organiser, municipality, status, special_support, international,
                            source)
                        select id, :today, name, organiser, municipality, status, special_support, international, source
                        from organisation.unit u
                        where id = any (:ids) and not exists
                            (select from organisation.unit_history h where h.unit = u.id and h.valid_to is null)
                        """).param("today", today).param("ids", ids).update();
    }
}
