package se.samverkan.statistics.imports;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;

/** Skolverket's export of eligibility for upper secondary school, by municipality, type of organiser and sex. */
@Component
class EligibilityExport extends MunicipalityTable {

    @Override
    public String name() {
        return "eligibility-export";
    }

    @Override
    public List<String> titles() {
        return List.of("behörighet till gymnasieskolan");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                NAME,
                CODE,
                COUNTY,
                TYPE,
                Column.required("sex", "kön"),
                Column.required("pupils", "antal elever"),
                Column.required("vocational", "andel (%) elever behöriga till yrkesprog."),
                Column.required("arts", "andel elever (%) behöriga till estetiskt program"),
                Column.required(
                        "social",
                        "andel elever (%) behöriga till ekonomi-, humanistiska och samhällsvetenskaps- program"),
                Column.required("science", "andel elever (%) behöriga till naturvetenskapligt och tekniskt program"));
    }

    @Override
    public void take(Row row, Reading reading) {
        Optional<OfMunicipality> subject = subject(row, reading);
        Optional<String> sex = Names.sex(row.text("sex"));
        if (sex.isEmpty()) {
            reading.error(row, "sex", "sex");
        }
        if (subject.isPresent() && sex.isPresent()) {
            take(row, subject.get(), sex.get(), reading);
        }
    }

    private static void take(Row row, OfMunicipality subject, String sex, Reading reading) {
        if (!reading.isFirst(row, "sex", subject.code() + subject.organiserType() + sex)) {
            return;
        }
        Breakdown breakdown = sex.equals("ALL") ? Breakdown.ALL : new Breakdown("SEX", sex);
        Integer cohort = Reading.cohort(reading.figure(row, "pupils", "gr9-pupils"));
        reading.take(row, "pupils", "gr9-pupils", subject, breakdown, null);
        reading.take(row, "vocational", "gr9-eligible-vocational", subject, breakdown, cohort);
        reading.take(row, "arts", "gr9-eligible-arts", subject, breakdown, cohort);
        reading.take(row, "social", "gr9-eligible-social", subject, breakdown, cohort);
        reading.take(row, "science", "gr9-eligible-science", subject, breakdown, cohort);
    }
}
