package se.samverkan.meeting.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.Minuted;
import se.samverkan.programme.variant.Text;

/**
 * Reads what meetings have shared, in one question. Nobody's own notes and no draft come out, whoever asks, and nothing that a
 * secrecy mark shuts to the actor.
 */
@Component
class MinutedParagraphs implements Minuted {

    private final JdbcClient database;
    private final Rights rights;

    MinutedParagraphs(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Noted> of(long partnership, long unit) {
        return !rights.allow(Verb.READ_MEETINGS)
                ? List.of()
                : database.sql("""
                        select p.id, p.meeting, p.kind, w.words, m.name_sv, m.name_en, m.starts_at,
                            exists (select from records.field_mark k where k.kind = 'meeting-paragraph' and k.about = p.id
                                and k.lifted_at is null and coalesce(k.until, 'infinity') >= access.today()) as marked
                        from meeting.paragraph p join meeting.meeting m on m.id = p.meeting
                        join meeting.paragraph_words w on w.paragraph = p.id
                        where m.partnership = ? and (m.unit is null or m.unit = ?) and m.standing <> 'CANCELLED'
                          and p.scope = 'SHARED' and p.removed_at is null
                        order by m.starts_at desc, p.kind, p.id limit 200
                        """)
                        .params(partnership, unit)
                        .query((row, n) -> noted(row))
                        .list();
    }

    private static Noted noted(ResultSet row) throws SQLException {
        return new Noted(
                row.getLong("id"),
                row.getLong("meeting"),
                new Text(row.getString("name_sv"), row.getString("name_en")),
                LocalDate.ofInstant(row.getTimestamp("starts_at").toInstant(), MeetingView.SWEDEN),
                row.getString("kind").equals("DECISION"),
                row.getString("words"),
                row.getBoolean("marked"),
                "/meetings/" + row.getLong("meeting"));
    }
}
