package se.samverkan.survey.collect;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.ArchivedRows.Sort;
import se.samverkan.records.archive.Matter;

/** What surveys and idea rounds of a partnership came to, for its archive: sums, never an answer. */
@Component
class VoiceArchive implements ArchiveContribution {

    private static final List<Sort> SORTS =
            List.of(new Sort("surveys", """
                    select s.unit, s.title, s.question_set, s.audience, s.opened_on, s.closed_on, r.whole as result
                    from survey.survey s join survey.result r on r.survey = s.id
                    where s.partnership = :partnership and s.standing = 'CLOSED' order by s.id
                    """), new Sort("idea-rounds", """
                    select r.unit, r.question, r.made_on,
                        (select jsonb_agg(jsonb_build_object('name', g.name, 'votes', c.votes) order by g.id)
                            from survey.idea_group g left join survey.idea_count c on c.of_group = g.id where g.round = r.id) as groups
                    from survey.idea_round r where r.partnership = :partnership and r.standing = 'CLOSED' order by r.id
                    """), new Sort("steps", """
                    select s.unit, s.name, s.day,
                        (select jsonb_agg(jsonb_build_object('team', c.team, 'people', c.people, 'took_part', c.took_part) order by c.team)
                            from survey.step_count c where c.step = s.id) as teams
                    from survey.step s where s.partnership = :partnership order by s.day, s.id
                    """));

    private final ArchivedRows rows;

    VoiceArchive(ArchivedRows rows) {
        this.rows = rows;
    }

    @Override
    public String part() {
        return "voices";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, part(), SORTS);
    }
}
