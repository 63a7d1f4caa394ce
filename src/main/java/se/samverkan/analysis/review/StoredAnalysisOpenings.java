package se.samverkan.analysis.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom analyses are open, as row-level security lets the actor see it. */
@Repository
class StoredAnalysisOpenings {

    private final JdbcClient database;

    StoredAnalysisOpenings(JdbcClient database) {
        this.database = database;
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    List<Opening> of(long analysis) {
        return database.sql("""
                select o.id, o.person, n.name, o.until
                from analysis.opening o join access.names_of(array(
                    select person from analysis.opening where analysis = :analysis)) n on n.id = o.person
                where o.analysis = :analysis and o.ended_at is null and o.until >= access.today()
                order by n.name collate "sv-SE-x-icu", o.id
                """)
                .param("analysis", analysis)
                .query((row, n) -> new Opening(
                        row.getLong("id"),
                        row.getLong("person"),
                        row.getString("name"),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    List<Supporter> supporters(long analysis) {
        return database.sql("select id, name, roles from analysis.supporters(?)")
                .param(analysis)
                .query((row, n) -> new Supporter(row.getLong("id"), row.getString("name"), Arrays.asList((String[])
                        row.getArray("roles").getArray())))
                .list();
    }

    void open(long analysis, long person, LocalDate until) {
        database.sql("""
                update analysis.opening set ended_by = access.person(), ended_at = now()
                where analysis = ? and person = ? and ended_at is null
                """).params(analysis, person).update();
        database.sql("insert into analysis.opening (analysis, person, until) values (?, ?, ?)")
                .params(analysis, person, until)
                .update();
    }

    void end(long opening) {
        database.sql("update analysis.opening set ended_by = access.person(), ended_at = now() where id = ?")
                .param(opening)
                .update();
    }
}
