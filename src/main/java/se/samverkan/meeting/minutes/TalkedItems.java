package se.samverkan.meeting.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.TalkedAbout;
import se.samverkan.programme.variant.Text;

/** Reads on which agendas something stands, in one question. */
@Component
class TalkedItems implements TalkedAbout {

    private final JdbcClient database;

    TalkedItems(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Talk> of(String kind, String id) {
        return database.sql("""
                        select m.id, m.name_sv, m.name_en, m.starts_at, i.words_sv, i.words_en
                        from meeting.agenda_item i join meeting.meeting m on m.id = i.meeting
                        where i.about_kind = ? and i.about_id = ? and i.removed_at is null and m.standing <> 'CANCELLED'
                        order by m.starts_at desc, i.position limit 50
                        """).params(kind, id).query((row, n) -> talk(row)).list();
    }

    private static Talk talk(ResultSet row) throws SQLException {
        return new Talk(
                new Text(row.getString("name_sv"), row.getString("name_en")),
                LocalDate.ofInstant(row.getTimestamp("starts_at").toInstant(), MeetingView.SWEDEN),
                new Text(row.getString("words_sv"), row.getString("words_en")),
                "/meetings/" + row.getLong("id"));
    }
}
