package se.samverkan.analysis.version;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedFile;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.ArchivedRows.Sort;
import se.samverkan.records.archive.Matter;
import se.samverkan.records.document.ArchivedDocuments;
import se.samverkan.records.document.RecordRef;

/** The adopted versions of the analyses of a partnership, for its archive. */
@Component
class AnalysisArchive implements ArchiveContribution {

    private static final List<Sort> SORTS = List.of(new Sort("versions", "Fastställda nulägesanalyser", """
                    select a.unit, v.number, v.content, v.words, v.made_by, v.made_at
                    from analysis.version v join analysis.analysis a on a.id = v.analysis
                    where a.partnership = :partnership and not exists (
                        select from records.field_mark f where f.kind = 'analysis-part'
                          and f.about in (select (p ->> 'id')::bigint from jsonb_array_elements(v.content -> 'parts') p)
                          and f.lifted_at is null and v.made_at < f.made_at)
                    order by a.unit, v.number
                    """));

    private final ArchivedRows rows;
    private final ArchivedDocuments documents;
    private final JdbcClient database;

    AnalysisArchive(ArchivedRows rows, ArchivedDocuments documents, JdbcClient database) {
        this.rows = rows;
        this.documents = documents;
        this.database = database;
    }

    @Override
    public String part() {
        return "analyses";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, "Nulägesanalyser", SORTS, documents(matter));
    }

    private List<ArchivedFile> documents(Matter matter) {
        return !matter.type().equals(ArchivedRows.PARTNERSHIP)
                ? List.of()
                : database
                        .sql("select id from analysis.analysis where partnership = ? order by id")
                        .param(Long.valueOf(matter.id()))
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(id -> documents.of(new RecordRef("analysis", id)).stream())
                        .toList();
    }
}
