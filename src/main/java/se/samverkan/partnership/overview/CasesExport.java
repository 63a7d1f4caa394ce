package se.samverkan.partnership.overview;

import java.util.List;
import java.util.stream.Stream;
import se.samverkan.shared.page.TableFile;
import se.samverkan.shared.page.Words;

/** The list of cases as a table to take away: CSV as Excel in Swedish expects it, or a workbook. */
final class CasesExport {

    private static final List<String> COLUMNS =
            List.of("organiser", "variant", "cohort", "first-term", "standing", "phase", "units");

    private final Words words;
    private final CaseNaming naming;

    CasesExport(Words words, CaseNaming naming) {
        this.words = words;
        this.naming = naming;
    }

    byte[] csv(List<CaseRow> rows) {
        return table(rows).csv(words);
    }

    byte[] xlsx(List<CaseRow> rows) {
        return table(rows).xlsx();
    }

    private TableFile table(List<CaseRow> rows) {
        return new TableFile(
                "samverkan",
                headings(),
                rows.stream().map(each -> cells(each).toList()).toList(),
                0);
    }

    private List<String> headings() {
        return COLUMNS.stream()
                .map(column -> words.text("partnership.case.column." + column))
                .toList();
    }

    private Stream<Object> cells(CaseRow row) {
        return Stream.of(
                row.organiser(),
                naming.variant(row, words.locale()),
                row.cohort(),
                words.term(row.firstTerm()),
                words.text("partnership.standing." + row.standing()),
                naming.phase(row, words.locale()),
                row.units());
    }
}
