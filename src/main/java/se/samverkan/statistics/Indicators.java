package se.samverkan.statistics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.statistics.IndicatorView.Wording;

/**
 * The catalogue of indicators, read from {@code statistics/indicators.csv} at start and made known to the database,
 * which keeps only their numbers and codes. A new indicator is a new line in that file.
 */
@Component
public class Indicators implements InitializingBean {

    private final JdbcClient database;
    private final Map<String, IndicatorView> byCode;
    private final Map<Short, IndicatorView> byNumber = new LinkedHashMap<>();

    Indicators(JdbcClient database) {
        this.database = database;
        this.byCode = read();
        byCode.values().forEach(indicator -> byNumber.put(indicator.number(), indicator));
    }

    /** All of them, in the order of the file. */
    public List<IndicatorView> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<IndicatorView> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The indicator whose number the database keeps. */
    public IndicatorView byNumber(short number) {
        return Objects.requireNonNull(byNumber.get(number), () -> "no indicator has the number " + number);
    }

    @Override
    public void afterPropertiesSet() {
        database.sql("""
                        insert into statistics.indicator (id, code)
                        select * from unnest(?::smallint[], ?::text[])
                        on conflict (id) do update set code = excluded.code where indicator.code <> excluded.code
                        """)
                .param(byNumber.keySet().toArray(Short[]::new))
                .param(byCode.keySet().toArray(String[]::new))
                .update();
    }

    static Map<String, IndicatorView> read() {
        Map<String, IndicatorView> found = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource("statistics/indicators.csv").getInputStream())) {
            lines.forEach(line -> found.put(line.getField("code"), of(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("the indicators cannot be read", e);
        }
        return Collections.unmodifiableMap(found);
    }

    private static IndicatorView of(NamedCsvRecord line) {
        return new IndicatorView(
                Short.parseShort(line.getField("number")),
                line.getField("code"),
                List.of(line.getField("forms").split(" ")),
                List.of(line.getField("levels").split(" ")),
                line.getField("unit"),
                Integer.parseInt(line.getField("decimals")),
                line.getField("direction"),
                line.getField("period"),
                line.getField("source"),
                Optional.of(line.getField("n")).filter(code -> !code.isEmpty()),
                line.getField("headline").equals("yes"),
                Optional.of(line.getField("breaks"))
                        .filter(first -> !first.isEmpty())
                        .map(Period::parse),
                new Wording(line.getField("name_sv"), line.getField("definition_sv")),
                new Wording(line.getField("name_en"), line.getField("definition_en")));
    }
}
