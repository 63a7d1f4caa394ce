package se.samverkan.discussion.opening;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom the records of the rooms are open, as the row-level security of each room lets the actor see it. */
@Repository
class StoredOpenings {

    private final JdbcClient database;

    StoredOpenings(JdbcClient database) {
        this.database = database;
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    List<Opening> of(Openable room, long record) {
        return sql(room, """
                select o.id, o.person, n.name, o.until
                from ROOM.opening o join access.names_of(array(
                    select person from ROOM.opening where RECORD = :record)) n on n.id = o.person
                where o.RECORD = :record and o.ended_at is null and o.until >= access.today()
                order by n.name collate "sv-SE-x-icu", o.id
                """)
                .param("record", record)
                .query((row, n) -> new Opening(
                        row.getLong("id"),
                        row.getLong("person"),
                        row.getString("name"),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    List<Supporter> supporters(Openable room, long record) {
        return sql(room, "select id, name, roles from ROOM.supporters(:record)")
                .param("record", record)
                .query((row, n) -> new Supporter(row.getLong("id"), row.getString("name"), Arrays.asList((String[])
                        row.getArray("roles").getArray())))
                .list();
    }

    void open(Openable room, long record, long person, LocalDate until) {
        sql(room, """
                update ROOM.opening set ended_by = access.person(), ended_at = now()
                where RECORD = :record and person = :person and ended_at is null
                """).param("record", record).param("person", person).update();
        sql(room, "insert into ROOM.opening (RECORD, person, until) values (:record, :person, :until)")
                .param("record", record)
                .param("person", person)
                .param("until", until)
                .update();
    }

    void end(Openable room, long opening) {
        sql(room, "update ROOM.opening set ended_by = access.person(), ended_at = now() where id = :opening")
                .param("opening", opening)
                .update();
    }

    /** The room's own table: both names are written by its programmers, never by who asks. */
    private JdbcClient.StatementSpec sql(Openable room, String text) {
        return database.sql(text.replace("ROOM", room.kind()).replace("RECORD", room.column()));
    }
}
