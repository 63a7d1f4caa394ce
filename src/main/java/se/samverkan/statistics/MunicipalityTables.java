package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.MunicipalityView;
import se.samverkan.shared.Period;

/**
 * Puts a municipality beside those that resemble it. Published figures where there are any; else the middle unit of each,
 * our own computation.
 */
@Component
class MunicipalityTables {

    private final JdbcClient database;
    private final Directory directory;
    private final Yardsticks yardsticks;

    MunicipalityTables(JdbcClient database, Directory directory, Yardsticks yardsticks) {
        this.database = database;
        this.directory = directory;
        this.yardsticks = yardsticks;
    }

    private record Place(String municipality, String type) {}

    MunicipalityTable of(MunicipalityView own, IndicatorView indicator, FigureWords words) {
        Map<String, List<MunicipalityView>> groups = directory.similarMunicipalities(own.code());
        String likeness = groups.keySet().stream().findFirst().orElse("");
        List<MunicipalityView> others = groups.getOrDefault(likeness, List.of()).stream()
                .filter(other -> !other.code().equals(own.code()))
                .toList();
        List<MunicipalityView> all = new ArrayList<>(others);
        all.addFirst(own);
        String form = indicator.forms().getFirst();
        Optional<Period> period = period(indicator, form);
        Map<Place, Figure> published = published(all, indicator, period);
        Map<String, Double> middles = middles(all, indicator, form, period);
        List<MunicipalityTable.Row> rows = new ArrayList<>();
        all.forEach(one -> rows.add(row(
                one.name(),
                "/municipalities/" + one.code(),
                one.code(),
                one == own,
                published,
                middles,
                indicator,
                words)));
        rows.add(row(words.text("figure.country"), "", "", false, published, middles, indicator, words));
        return new MunicipalityTable(likeness, rows);
    }

    private Optional<Period> period(IndicatorView indicator, String form) {
        return yardsticks
                .ofCountry(form)
                .current(indicator.number())
                .or(() -> database.sql("select max(period) from statistics.observation o join statistics.subject s"
                                + " on s.id = o.subject where s.kind = 'MUNICIPALITY' and o.indicator = ?")
                        .param(indicator.number())
                        .query(Integer.class)
                        .optional()
                        .map(Period::ofKey));
    }

    private Map<Place, Figure> published(
            List<MunicipalityView> places, IndicatorView indicator, Optional<Period> period) {
        Map<Place, Figure> found = new HashMap<>();
        database.sql("""
                        select coalesce(s.municipality, '') as municipality, s.organiser_type, o.status, o.value, o.token
                        from statistics.subject s join statistics.observation o on o.subject = s.id
                        where (s.kind = 'COUNTRY' or s.kind = 'MUNICIPALITY' and s.municipality = any (?))
                            and o.indicator = ? and o.breakdown = 0 and o.period = ? and o.revised_by is null
                        """)
                .param(codes(places))
                .param(indicator.number())
                .param(period.map(Period::key).orElse(0))
                .query(row -> {
                    found.put(
                            new Place(row.getString(1), row.getString(2)),
                            Figure.of(row.getInt(3), row.getDouble(4), row.getString(5)));
                });
        return found;
    }

    private Map<String, Double> middles(
            List<MunicipalityView> places, IndicatorView indicator, String form, Optional<Period> period) {
        Map<String, Double> found = new HashMap<>();
        database.sql("""
                        select area, middle from statistics.middle
                        where form = ? and area = any (?) and indicator = ? and breakdown = 0 and period = ?
                        """)
                .param(form)
                .param(codes(places))
                .param(indicator.number())
                .param(period.map(Period::key).orElse(0))
                .query(row -> {
                    found.put(row.getString(1), row.getDouble(2));
                });
        return found;
    }

    /** Their codes, and nothing for the country. */
    private static String[] codes(List<MunicipalityView> places) {
        return java.util.stream.Stream.concat(
                        places.stream().map(MunicipalityView::code), java.util.stream.Stream.of(""))
                .sorted(Comparator.naturalOrder())
                .toArray(String[]::new);
    }

    private static MunicipalityTable.Row row(
            String name,
            String href,
            String code,
            boolean own,
            Map<Place, Figure> published,
            Map<String, Double> middles,
            IndicatorView indicator,
            FigureWords words) {
        Figure whole = published.get(new Place(code, "ALL"));
        Double middle = middles.get(code);
        String all = whole != null
                ? words.figure(indicator, whole)
                : middle != null ? words.value(indicator, middle) : words.text("figure.none");
        return new MunicipalityTable.Row(
                name,
                href,
                all,
                cell(published.get(new Place(code, "MUNICIPAL")), indicator, words),
                cell(published.get(new Place(code, "INDEPENDENT")), indicator, words),
                whole == null && middle != null,
                own);
    }

    private static String cell(
            @org.jspecify.annotations.Nullable Figure figure, IndicatorView indicator, FigureWords words) {
        return figure == null ? "" : words.figure(indicator, figure);
    }
}
