package se.samverkan.analysis.version;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.ArchivedRows.Sort;
import se.samverkan.records.archive.Matter;
import se.samverkan.records.document.ArchivedDocuments;

/** The adopted versions of the analyses of a partnership, for its archive. */
@Component
class AnalysisArchive implements ArchiveContribution {

    private static final List<Sort> SORTS = List.of(new Sort("versions", """
                    select a.unit, v.number, v.content, v.words, v.made_by, v.made_at
                    from analysis.version v join analysis.analysis a on a.id = v.analysis
                    where a.partnership = :partnership and not exists (
                        select from records.field_mark f where f.kind = 'analysis-part'
                          and f.about in (select (p ->> 'id')::bigint from jsonb_array_elements(v.content -> 'parts') p)
                          and f.lifted_at is null and v.made_at < f.made_at)
                    order by a.unit, v.number
                    """));

    private static final String IDS = "select id from analysis.analysis where partnership = :partnership order by id";

    private final ArchivedRows rows;
    private final ArchivedDocuments documents;

    AnalysisArchive(ArchivedRows rows, ArchivedDocuments documents) {
        this.rows = rows;
        this.documents = documents;
    }

    @Override
    public String part() {
        return "analyses";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, part(), SORTS, documents.ofEach("analysis", rows.ids(matter, IDS)));
    }
}
