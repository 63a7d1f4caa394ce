package se.samverkan.records.mark;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The marks in the database, as far as the actor sees what they are on. */
@Repository
class StoredMarks {

    private final JdbcClient database;

    StoredMarks(JdbcClient database) {
        this.database = database;
    }

    Map<Long, MarkView> of(String kind, Collection<Long> about) {
        Map<Long, MarkView> marks = new HashMap<>();
        database.sql("""
                        select m.about, m.provision, m.reason, m.until, m.made_at,
                            coalesce((select n.name from access.names_of(array[m.made_by]) n), '') as by,
                            array(select n.name from access.names_of(array(
                                select r.person from records.field_reader r where r.mark = m.id)) n order by n.name) as people,
                            m.about = any (records.shut_fields(m.kind, m.field)) as shut
                        from records.field_mark m
                        where m.kind = ? and m.about = any (?) and m.lifted_at is null
                          and coalesce(m.until, 'infinity') >= access.today()
                        """).params(kind, about.toArray(Long[]::new)).query(row -> {
            marks.put(
                    row.getLong("about"),
                    new MarkView(
                            row.getString("provision"),
                            row.getString("reason"),
                            Optional.ofNullable(row.getObject("until", LocalDate.class)),
                            row.getString("by"),
                            row.getTimestamp("made_at").toInstant(),
                            List.of((String[]) row.getArray("people").getArray()),
                            row.getBoolean("shut")));
        });
        return marks;
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    /** One whose last day has been is lifted by that, so that the field can be marked anew. */
    void endPassed(String kind, long about) {
        database.sql("""
                        update records.field_mark
                        set lifted_at = now(), lifted_by = access.person(), lifting_reason = until::text
                        where kind = ? and about = ? and lifted_at is null and until < access.today()
                        """).params(kind, about).update();
    }

    /** False when the field is marked already. */
    boolean add(String kind, long about, String field, MarkDraft draft, Collection<Long> readers) {
        Optional<Long> mark = database.sql("""
                        insert into records.field_mark (kind, about, field, provision, reason, until)
                        values (:kind, :about, :field, :provision, :reason, :until) on conflict do nothing returning id
                        """)
                .param("kind", kind)
                .param("about", about)
                .param("field", field)
                .param("provision", draft.provision())
                .param("reason", draft.reason().text())
                .param("until", draft.until().orElse(null))
                .query(Long.class)
                .optional();
        mark.ifPresent(id -> database.sql("insert into records.field_reader select ?, unnest(?::bigint[])")
                .params(id, readers.toArray(Long[]::new))
                .update());
        return mark.isPresent();
    }

    /** Marks a record as another one is marked; whoever does it is among those who read it. */
    void carry(String from, long about, String to, long made, String field) {
        long mark = database.sql("""
                        insert into records.field_mark (kind, about, field, provision, reason, until)
                        select :to, :made, :field, m.provision, m.reason, m.until from records.field_mark m
                        where m.kind = :from and m.about = :about and m.lifted_at is null
                          and coalesce(m.until, 'infinity') >= access.today()
                        returning id
                        """)
                .param("to", to)
                .param("made", made)
                .param("field", field)
                .param("from", from)
                .param("about", about)
                .query(Long.class)
                .single();
        database.sql("""
                        insert into records.field_reader
                        select :mark, r.person from records.field_mark m join records.field_reader r on r.mark = m.id
                        where m.kind = :from and m.about = :about and m.lifted_at is null
                        union select :mark, access.person()
                        """)
                .param("mark", mark)
                .param("from", from)
                .param("about", about)
                .update();
    }

    void lift(String kind, long about, String reason) {
        database.sql("""
                        update records.field_mark
                        set lifted_at = now(), lifted_by = access.person(), lifting_reason = ?
                        where kind = ? and about = ? and lifted_at is null
                        """).params(reason, kind, about).update();
    }
}
