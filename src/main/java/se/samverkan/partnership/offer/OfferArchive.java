package se.samverkan.partnership.offer;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.ArchivedRows.Sort;
import se.samverkan.records.archive.Matter;

/** What was offered in a partnership, to which units, and what they answered, for its archive. */
@Component
class OfferArchive implements ArchiveContribution {

    private static final List<Sort> SORTS = List.of(new Sort("offers", """
                    select o.id, o.last_day, o.why, o.message, o.sent_at, o.taken_back_at, o.taken_back_why,
                        (select jsonb_agg(jsonb_build_object('unit', u.unit, 'answers', (
                                select jsonb_agg(jsonb_build_object('role', a.role, 'answer', a.answer, 'reason', a.reason, 'words', a.words,
                                    'mandate', a.mandate_of, 'paragraph', a.paragraph, 'by', a.made_by, 'at', a.made_at) order by a.id)
                                from partnership.approval a where a.offered_unit = u.id)) order by u.id)
                            from partnership.offered_unit u where u.offer = o.id) as units
                    from partnership.offer o where o.partnership = :partnership and o.sent_at is not null order by o.id
                    """));

    private final ArchivedRows rows;

    OfferArchive(ArchivedRows rows) {
        this.rows = rows;
    }

    @Override
    public String part() {
        return "offers";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, part(), SORTS);
    }
}
