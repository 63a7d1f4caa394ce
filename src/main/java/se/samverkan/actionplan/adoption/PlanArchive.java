package se.samverkan.actionplan.adoption;

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

/** The decided versions of the plans of a partnership, for its archive. */
@Component
class PlanArchive implements ArchiveContribution {

    private static final List<Sort> SORTS = List.of(new Sort("versions", "Beslutade åtgärdsplaner", """
                    select a.unit, v.number, v.content, v.words, v.made_by, v.made_at, d.holds, d.words as answer, d.made_by as decided_by,
                        d.made_at as decided_at
                    from actionplan.version v join actionplan.plan a on a.id = v.plan left join actionplan.decision d on d.version = v.id
                    where a.partnership = :partnership order by a.unit, v.number
                    """));

    private final ArchivedRows rows;
    private final ArchivedDocuments documents;
    private final JdbcClient database;

    PlanArchive(ArchivedRows rows, ArchivedDocuments documents, JdbcClient database) {
        this.rows = rows;
        this.documents = documents;
        this.database = database;
    }

    @Override
    public String part() {
        return "actionplans";
    }

    @Override
    public Contribution of(Matter matter) {
        return rows.of(matter, "Åtgärdsplaner", SORTS, documents(matter));
    }

    private List<ArchivedFile> documents(Matter matter) {
        return !matter.type().equals(ArchivedRows.PARTNERSHIP)
                ? List.of()
                : database
                        .sql("select id from actionplan.plan where partnership = ? order by id")
                        .param(Long.valueOf(matter.id()))
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(id -> documents.of(new RecordRef("actionplan", id)).stream())
                        .toList();
    }
}
