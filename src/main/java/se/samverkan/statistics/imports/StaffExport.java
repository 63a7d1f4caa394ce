package se.samverkan.statistics.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;

/**
 * Skolverket's export of teachers and their licences, by municipality and type of organiser. Its headings stand in two
 * lines: the upper one says whether full-time equivalents or people are counted.
 */
@Component
class StaffExport extends MunicipalityTable {

    private static final Map<String, String> INDICATORS = new LinkedHashMap<>();

    static {
        INDICATORS.put("gr-teachers-fte", "heltidstjänster|totalt antal");
        INDICATORS.put("gr-teachers-licensed-fte", "heltidstjänster|antal med lärarlegitimation och behörighet");
        INDICATORS.put("gr-teachers-licensed-share-fte", "heltidstjänster|andel med lärarlegitimation och behörighet");
        INDICATORS.put("gr-lead-teachers-fte", "heltidstjänster|förstelärare");
        INDICATORS.put("gr-teachers", "tjänstgörande lärare|totalt antal");
        INDICATORS.put(
                "gr-teachers-licensed",
                "tjänstgörande lärare|antal med lärarlegitimation och behörighet i minst ett ämne");
        INDICATORS.put(
                "gr-teachers-licensed-share",
                "tjänstgörande lärare|andel med lärarlegitimation och behörighet i minst ett ämne");
        INDICATORS.put("gr-lead-teachers", "tjänstgörande lärare|förstelärare");
    }

    @Override
    public String name() {
        return "staff-export";
    }

    @Override
    public List<String> titles() {
        return List.of("personalstatistik med lärarlegitimation");
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of(NAME, CODE, COUNTY, TYPE),
                        INDICATORS.entrySet().stream().map(each -> Column.required(each.getKey(), each.getValue())))
                .toList();
    }

    @Override
    public void take(Row row, Reading reading) {
        Optional<OfMunicipality> subject = subject(row, reading);
        if (subject.isEmpty()
                || !reading.isFirst(
                        row, "type", subject.get().code() + subject.get().organiserType())) {
            return;
        }
        Integer teachers = Reading.cohort(reading.figure(row, "gr-teachers", "gr-teachers"));
        INDICATORS
                .keySet()
                .forEach(code -> reading.take(
                        row,
                        code,
                        code,
                        subject.get(),
                        Breakdown.ALL,
                        code.equals("gr-teachers-licensed-share") ? teachers : null));
    }
}
