package se.samverkan.agreement.funding;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.ArchivedRows.Sort;
import se.samverkan.records.archive.Matter;

/** What the parties agreed, what was granted and what became of it, for the archive of a partnership. */
@Component
class AgreementArchive implements ArchiveContribution {

    private static final List<Sort> SORTS = List.of(
            new Sort("agreements", """
                    select a.number, a.set_aside_at, a.set_aside_why,
                        (select jsonb_agg(jsonb_build_object('number', e.number, 'party', e.party, 'content', e.content, 'by', e.made_by,
                            'at', e.made_at) order by e.number) from agreement.edition e where e.agreement = a.id) as editions,
                        (select c.edition from agreement.acceptance c where c.agreement = a.id) as accepted
                    from agreement.agreement a where a.partnership = :partnership order by a.number
                    """),
            new Sort("clauses", """
                    select a.number as agreement, w.edition, c.key, c.heading, w.words, (
                        select m.provision from records.field_mark m where m.kind = 'agreement-clause' and m.about = c.id
                          and m.lifted_at is null and coalesce(m.until, 'infinity') >= access.today()) as secrecy
                    from agreement.clause_words w join agreement.clause c on c.id = w.clause
                    join agreement.agreement a on a.id = w.agreement
                    where a.partnership = :partnership and w.edition is not null order by a.number, w.edition, c.key
                    """),
            new Sort("funding", """
                    select f.number, f.case_number, f.decided_on, f.purpose, f.amount,
                        (select jsonb_agg(jsonb_build_object('due', i.due, 'amount', i.amount) order by i.number)
                            from agreement.instalment i where i.funding = f.id) as instalments,
                        (select jsonb_agg(jsonb_build_object('kind', e.kind, 'day', e.day, 'amount', e.amount, 'words', e.words,
                            'withdrawn', e.withdrawn_why) order by e.id) from agreement.funding_entry e where e.funding = f.id) as entries
                    from agreement.funding f where f.partnership = :partnership order by f.number
                    """),
            new Sort("deviations", """
                    select d.against, d.party, d.from_day, d.what, d.why, d.measure, d.made_by, d.made_at, n.accepted, n.words as answer
                    from agreement.deviation d left join agreement.deviation_answer n on n.deviation = d.id
                    where d.partnership = :partnership order by d.id
                    """));

    private final ArchivedRows rows;

    AgreementArchive(ArchivedRows rows) {
        this.rows = rows;
    }

    @Override
    public String part() {
        return "agreements";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, part(), SORTS);
    }
}
