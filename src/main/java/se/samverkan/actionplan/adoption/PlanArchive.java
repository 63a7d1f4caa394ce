package se.samverkan.actionplan.adoption;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.ArchivedRows.Sort;
import se.samverkan.records.archive.Matter;
import se.samverkan.records.document.ArchivedDocuments;

/** The decided versions of the plans of a partnership, for its archive. */
@Component
class PlanArchive implements ArchiveContribution {

    private static final List<Sort> SORTS = List.of(new Sort("versions", """
                    select a.unit, v.number, v.content, v.words, v.made_by, v.made_at, d.holds, d.words as answer, d.made_by as decided_by,
                        d.made_at as decided_at
                    from actionplan.version v join actionplan.plan a on a.id = v.plan left join actionplan.decision d on d.version = v.id
                    where a.partnership = :partnership order by a.unit, v.number
                    """));

    private static final String IDS = "select id from actionplan.plan where partnership = :partnership order by id";

    private final ArchivedRows rows;
    private final ArchivedDocuments documents;

    PlanArchive(ArchivedRows rows, ArchivedDocuments documents) {
        this.rows = rows;
        this.documents = documents;
    }

    @Override
    public String part() {
        return "actionplans";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, part(), SORTS, documents.ofEach("actionplan", rows.ids(matter, IDS)));
    }
}
