package se.samverkan.reporting.aggregate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.NamedTable.Cell;
import se.samverkan.reporting.aggregate.NamedTable.Line;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.statistics.disclosure.Range;

/** Gives masked tables their names, so that they can be kept. */
@Component
public class TableNaming {

    private final AggregateNaming naming;

    TableNaming(AggregateNaming naming) {
        this.naming = naming;
    }

    /** What the variant of a programme is called. */
    public Names variant(Programme programme) {
        return new Names(naming.variant(programme, Words.SWEDISH), naming.variant(programme, Words.ENGLISH));
    }

    /** What names the tables of a programme; the questions that it takes are asked once. */
    public Namer of(Programme programme) {
        return new Namer(naming.words(programme, Words.SWEDISH), naming.words(programme, Words.ENGLISH));
    }

    /** Names tables of one programme. */
    public record Namer(AggregateWords swedish, AggregateWords english) {

        public NamedTable name(Topic topic, MaskedTable table) {
            List<String> rows = Stream.concat(
                            swedish.rows(topic, table).stream(),
                            table.allRows().stream().filter(Place.ALL::equals))
                    .toList();
            return new NamedTable(
                    topic.key(),
                    topic.measure(),
                    names(words -> words.title(topic)),
                    names(words -> words.about(topic)),
                    names(words -> words.axis(topic.rows())),
                    names(words -> words.axis(topic.columns())),
                    lines(topic.rows(), rows),
                    lines(topic.columns(), table.allColumns()),
                    rows.stream()
                            .flatMap(row ->
                                    table.allColumns().stream().map(column -> cell(table, new Place(row, column))))
                            .toList());
        }

        private Names names(Function<AggregateWords, String> of) {
            return new Names(of.apply(swedish), of.apply(english));
        }

        private List<Line> lines(Axis axis, List<String> keys) {
            return keys.stream()
                    .map(key -> new Line(key, names(words -> words.label(axis, key))))
                    .toList();
        }

        private static Cell cell(MaskedTable table, Place place) {
            OptionalDouble value = table.at(place);
            if (value.isPresent()) {
                return new Cell(place.row(), place.column(), value.getAsDouble(), null, null);
            }
            Range range = java.util.Objects.requireNonNull(table.hidden().get(place));
            return new Cell(place.row(), place.column(), null, range.least(), orNull(range.most()));
        }

        private static @Nullable Double orNull(OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }
}
