package se.samverkan.reporting.aggregate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.TableFile;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.statistics.disclosure.Range;

/** What the tables of one programme are called, with their rows, columns and numbers, in one language. */
public final class AggregateWords {

    private final Words words;
    private final Optional<Variant> variant;
    private final Map<String, String> counties;

    AggregateWords(Words words, Optional<Variant> variant, Map<String, String> counties) {
        this.words = words;
        this.variant = variant;
        this.counties = counties;
    }

    public String title(Topic topic) {
        return words.text("aggregate.topic." + topic.key());
    }

    /** What is counted, whence, and what it does not tell. */
    public String about(Topic topic) {
        return words.text("aggregate.about." + topic.key(), Topic.LIMIT);
    }

    public String axis(Axis axis) {
        return words.text("aggregate.axis." + axis);
    }

    /** What a row or a column is called. */
    public String label(Axis axis, String key) {
        if (key.equals(Place.ALL)) {
            return words.text("aggregate.all");
        }
        if (key.equals(Axis.NONE)) {
            return words.text("aggregate.none");
        }
        return switch (axis) {
            case TERM -> words.term(Period.ofKey(Integer.parseInt(key)));
            case YEAR -> key;
            case ANSWER ->
                words.text("aggregate.answer", label(Axis.ABOUT, Axis.cause(key)), label(Axis.CHANGE, Axis.level(key)));
            case COUNTY -> counties.getOrDefault(key, key);
            case PHASE ->
                variant.flatMap(each -> each.phase(key))
                        .map(phase -> phase.name().in(words.locale()))
                        .orElse(key);
            default ->
                words.has("aggregate.key." + axis + "." + key) ? words.text("aggregate.key." + axis + "." + key) : key;
        };
    }

    /** The rows of a table in their order; the phases in that of the programme. */
    public List<String> rows(Topic topic, MaskedTable table) {
        if (topic.rows() != Axis.PHASE || variant.isEmpty()) {
            return table.rows();
        }
        List<String> order =
                variant.get().phases().stream().map(phase -> phase.key()).toList();
        return table.rows().stream()
                .sorted(java.util.Comparator.comparingInt(
                        key -> order.contains(key) ? order.indexOf(key) : order.size()))
                .toList();
    }

    /** A number, or that it is masked. */
    public String cell(MaskedTable table, String row, String column) {
        OptionalDouble value = table.at(new Place(row, column));
        return value.isPresent() ? words.number(value.getAsDouble(), 0) : words.text("aggregate.masked");
    }

    /** A number in a sentence, or that it is masked. */
    String number(OptionalDouble value) {
        return value.isPresent() ? words.number(value.getAsDouble(), 0) : words.text("worked.masked");
    }

    String percent(double share) {
        return words.number(share, 0);
    }

    /** A sentence of an answer: what its cause is, what is done about it, and then the details. */
    String said(String key, String answer, Object... details) {
        return words.text(
                key,
                Stream.concat(
                                Stream.of(
                                        words.text("worked.cause." + Axis.cause(answer)),
                                        words.text("worked.level." + Axis.level(answer))),
                                Stream.of(details))
                        .toArray());
    }

    /** Between what a masked number must lie. */
    public String range(Range range) {
        return range.most().isPresent()
                ? words.text(
                        "aggregate.range",
                        words.number(range.least(), 0),
                        words.number(range.most().getAsDouble(), 0))
                : words.text("aggregate.range.open", words.number(range.least(), 0));
    }

    /** The table to take away. */
    public TableFile file(Topic topic, MaskedTable table) {
        List<String> headings = Stream.concat(
                        Stream.of(axis(topic.rows())),
                        table.allColumns().stream().map(column -> label(topic.columns(), column)))
                .toList();
        List<List<Object>> rows = table.allRows().stream()
                .map(row -> Stream.concat(
                                Stream.<Object>of(label(topic.rows(), row)),
                                table.allColumns().stream().map(column -> taken(table, new Place(row, column))))
                        .toList())
                .toList();
        return new TableFile(topic.key(), headings, rows, 0);
    }

    private Object taken(MaskedTable table, Place place) {
        OptionalDouble value = table.at(place);
        return value.isPresent() ? (Object) value.getAsDouble() : words.text("aggregate.masked");
    }
}
