package se.samverkan.meeting.minutes;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.ArchivedRows.Sort;
import se.samverkan.records.archive.Matter;

/** What meetings of a partnership noted, decided and gave, for its archive; working notes are not in it. */
@Component
class MeetingArchive implements ArchiveContribution {

    private static final List<Sort> SORTS =
            List.of(new Sort("meetings", """
                    select m.id, m.unit, m.series, m.item, m.phase, m.name_sv as name, m.starts_at, m.ends_at, m.place, m.standing,
                        (select jsonb_agg(jsonb_build_object('kind', t.kind, 'reason', t.reason, 'by', t.made_by, 'at', t.made_at) order by t.id)
                            from meeting.turn t where t.meeting = m.id) as decided,
                        (select jsonb_agg(jsonb_build_object('person', i.person, 'role', i.role, 'came', i.came) order by i.person)
                            from meeting.invited i where i.meeting = m.id) as invited,
                        (select jsonb_agg(jsonb_build_object('id', a.id, 'words', a.words_sv, 'about', a.about_sv) order by a.position, a.id)
                            from meeting.agenda_item a where a.meeting = m.id and a.removed_at is null) as agenda
                    from meeting.meeting m where m.partnership = :partnership order by m.starts_at, m.id
                    """), new Sort("notes", """
                    select p.id, p.meeting, p.agenda_item, p.kind, p.made_by, p.made_at, w.words,
                        (select f.provision from records.field_mark f where f.kind = 'meeting-paragraph' and f.about = p.id
                            and f.lifted_at is null and coalesce(f.until, 'infinity') >= access.today()) as secrecy
                    from meeting.paragraph p join meeting.meeting m on m.id = p.meeting
                    left join meeting.paragraph_words w on w.paragraph = p.id
                    where m.partnership = :partnership and p.scope = 'SHARED' and p.removed_at is null order by p.id
                    """), new Sort("assignments", """
                    select a.id, a.meeting, a.what, a.person, a.due,
                        (select jsonb_agg(jsonb_build_object('words', r.words, 'done', r.done, 'by', r.made_by, 'at', r.made_at) order by r.id)
                            from meeting.report r where r.assignment = a.id) as reports
                    from meeting.assignment a join meeting.meeting m on m.id = a.meeting
                    where m.partnership = :partnership and a.removed_at is null order by a.id
                    """));

    private final ArchivedRows rows;

    MeetingArchive(ArchivedRows rows) {
        this.rows = rows;
    }

    @Override
    public String part() {
        return "meetings-held";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, part(), SORTS);
    }
}
