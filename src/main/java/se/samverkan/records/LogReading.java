package se.samverkan.records;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.records.LogReader.Link;

/** The door to the log as a whole; the database narrows it to the organisations whose log the actor may read. */
@Component
class LogReading {

    static final int PAGE = 50;

    private final JdbcClient database;
    private final LogReader reader;
    private final Names names;
    private final Directory directory;
    private final Rights rights;

    LogReading(JdbcClient database, LogReader reader, Names names, Directory directory, Rights rights) {
        this.database = database;
        this.reader = reader;
        this.names = names;
        this.directory = directory;
        this.rights = rights;
    }

    /** A page of the log, newest first, and where it ended when there is more. */
    record Leaf(List<Link> links, String next) {}

    @Transactional(readOnly = true)
    public Leaf read(LogQuery query) {
        rights.require(Verb.READ_AUDIT);
        LogQuery.@Nullable Cursor after = query.cursor().orElse(null);
        List<Link> found = database.sql("""
                        select e.organisation, e.position, e.at, e.person, e.what, e.subject_type, e.subject_id,
                            records.values_of(e) as "values"
                        from records.audit_entry e
                        where e.at >= :since and e.at < :until
                          and (:kind = '' or e.subject_type = :kind)
                          and (:people::bigint[] is null or e.person = any (:people::bigint[]))
                          and (:organisations::bigint[] is null or e.organisation = any (:organisations::bigint[]))
                          and (:at::timestamptz is null
                            or (e.at, -e.organisation, e.position) < (:at::timestamptz, -:chain::bigint, :position::bigint))
                        order by e.at desc, e.organisation, e.position desc
                        limit :most
                        """)
                .param("since", Timestamp.from(query.since()))
                .param("until", Timestamp.from(query.until()))
                .param("kind", query.kind())
                .param("people", people(query.person()))
                .param("organisations", organisations(query.organisation()))
                .param("at", after == null ? null : Timestamp.from(after.at()))
                .param("chain", after == null ? 0L : after.organisation())
                .param("position", after == null ? 0L : after.position())
                .param("most", PAGE + 1)
                .query(reader::link)
                .list();
        boolean more = found.size() > PAGE;
        List<Link> leaf = more ? found.subList(0, PAGE) : found;
        return new Leaf(reader.named(leaf), more ? LogQuery.cursor(leaf.getLast()) : "");
    }

    /** The sorts of records that the log speaks of. */
    @Transactional(readOnly = true)
    public List<String> kinds() {
        rights.require(Verb.READ_AUDIT);
        return database.sql("""
                        with recursive kind as (
                            (select subject_type from records.audit_entry order by subject_type limit 1)
                            union all
                            select (select e.subject_type from records.audit_entry e
                                where e.subject_type > k.subject_type order by e.subject_type limit 1)
                            from kind k where k.subject_type is not null)
                        select subject_type from kind where subject_type is not null
                        """).query(String.class).list();
    }

    private Long @Nullable [] people(String letters) {
        return letters.isEmpty() ? null : names.called(letters).toArray(Long[]::new);
    }

    private Long @Nullable [] organisations(String letters) {
        if (letters.isEmpty()) {
            return null;
        }
        String wanted = letters.toLowerCase(Locale.ROOT);
        return directory.organisers().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(wanted) || letters.equals(each.number()))
                .map(OrganiserView::id)
                .toArray(Long[]::new);
    }
}
