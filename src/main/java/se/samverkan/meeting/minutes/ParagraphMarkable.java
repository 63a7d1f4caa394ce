package se.samverkan.meeting.minutes;

import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.records.mark.Markable;
import se.samverkan.records.mark.Markable.Record;

/** A paragraph can be marked as secret by those who write it, also when the meeting is closed. */
@Component
class ParagraphMarkable implements Markable {

    private final JdbcClient database;
    private final Planning planning;
    private final MessageSource messages;

    ParagraphMarkable(JdbcClient database, Planning planning, MessageSource messages) {
        this.database = database;
        this.planning = planning;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Paragraph.KIND;
    }

    @Override
    public String field() {
        return "words";
    }

    @Override
    public Optional<Record> find(long about) {
        return database.sql("""
                        select p.meeting from meeting.paragraph p where p.id = ? and p.removed_at is null
                          and case p.scope when 'OWN' then false when 'DRAFT' then p.meeting = any (meeting.led())
                              else p.meeting = any (meeting.written()) end
                        """)
                .param(about)
                .query(Long.class)
                .optional()
                .map(planning::meeting)
                .map(meeting -> new Record(
                        about,
                        meeting.owner(),
                        messages.getMessage(
                                "meeting.marked-name",
                                new Object[] {meeting.name().in(LocaleContextHolder.getLocale())},
                                LocaleContextHolder.getLocale()),
                        meeting.address()));
    }
}
