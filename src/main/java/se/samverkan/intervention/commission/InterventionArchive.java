package se.samverkan.intervention.commission;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.ArchivedRows.Sort;
import se.samverkan.records.archive.Matter;

/** What was chosen for causes, and what providers were asked for and answered, for the archive of a partnership. */
@Component
class InterventionArchive implements ArchiveContribution {

    private static final List<Sort> SORTS =
            List.of(new Sort("choices", """
                    select c.unit, c.title, c.provider, c.words, c.made_by, c.made_at from intervention.choice c
                    where c.partnership = :partnership and c.undone_at is null order by c.id
                    """), new Sort("commissions", """
                    select c.id, c.provider, c.title, c.words, c.first_term, c.last_term, c.standing, c.made_by, c.made_at,
                        (select jsonb_agg(jsonb_build_object('side', w.side, 'deed', w.deed, 'words', w.words, 'by', w.made_by, 'at', w.made_at)
                            order by w.id) from intervention.commission_word w where w.commission = c.id) as said
                    from intervention.commission c where exists (
                        select from intervention.commission_part p where p.commission = c.id and p.partnership = :partnership) order by c.id
                    """), new Sort("materials", """
                    select o.commission, m.occasion, f.name, m.words, m.made_by, m.made_at
                    from intervention.material m join intervention.occasion o on o.id = m.occasion join records.file f on f.id = m.file
                    where coalesce(o.partnership, :partnership) = :partnership and exists (
                        select from intervention.commission_part p
                        where p.commission = o.commission and p.partnership = :partnership) order by m.id
                    """));

    private final ArchivedRows rows;

    InterventionArchive(ArchivedRows rows) {
        this.rows = rows;
    }

    @Override
    public String part() {
        return "interventions";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, part(), SORTS);
    }
}
