package se.samverkan.selection.candidate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samverkan.selection.candidate.Criterion.Needy;

/**
 * Which indicators a criterion may rest on, by school form and kind; lines of data in {@code selection/criteria.csv}.
 * Preschool, preschool class and after-school centre have no result measure, so they have lines of conditions only.
 */
@Component
public class CriterionCatalogue {

    private final List<Line> lines = read();

    /**
     * A line of the catalogue.
     *
     * @param needy which end of the indicator means need
     * @param background whether it tells of the pupils' background, and so of what can be expected of a unit
     * @param weightedBy the indicator by which parts (programmes, grades) are put together, empty where there are none
     * @param cohorts how many year groups that indicator counts, where the figure is about one of them
     */
    public record Line(
            String form,
            CriterionKind kind,
            String indicator,
            Needy needy,
            boolean background,
            String weightedBy,
            int cohorts) {}

    /** The forms that can be chosen among. */
    public List<String> forms() {
        return lines.stream().map(Line::form).distinct().toList();
    }

    /** The indicators that a school form can be chosen by. */
    public List<Line> of(String form) {
        return lines.stream().filter(line -> line.form().equals(form)).toList();
    }

    /** An indicator among those of a school form. */
    public Optional<Line> find(String form, String indicator) {
        return of(form).stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst();
    }

    /** The indicators that tell what can be expected of a unit of the form. */
    List<String> background(String form) {
        return of(form).stream().filter(Line::background).map(Line::indicator).toList();
    }

    private static List<Line> read() {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource("selection/criteria.csv").getInputStream())) {
            return lines.stream()
                    .map(line -> new Line(
                            line.getField("form"),
                            CriterionKind.valueOf(line.getField("kind")),
                            line.getField("indicator"),
                            Needy.valueOf(line.getField("needy")),
                            line.getField("background").equals("yes"),
                            line.getField("weighted_by"),
                            Integer.parseInt(line.getField("cohorts"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of criteria cannot be read", e);
        }
    }
}
