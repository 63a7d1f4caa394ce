package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.UnitReading.Group;
import se.samverkan.statistics.UnitReading.Line;
import se.samverkan.statistics.UnitReading.Reading;

/** Reads an organiser off the tables that its page shows one at a time: all of its headline indicators, in two questions. */
@Component
class SideBySideReading implements OrganiserReading {

    private static final String GROUP = "side-by-side";

    private final Directory directory;
    private final UnitTables tables;

    SideBySideReading(Directory directory, UnitTables tables) {
        this.directory = directory;
        this.tables = tables;
    }

    @Override
    @Transactional(readOnly = true)
    public Reading of(long organiser, Words words) {
        List<UnitView> units = directory.unitsOfOrganiser(organiser);
        FigureWords say = new FigureWords(words);
        List<Line> lines = tables.all(units, say).stream()
                .filter(table -> !table.rows().isEmpty())
                .map(table -> line(table, words))
                .toList();
        return new Reading(
                words.text("organiser-reading.lead"),
                List.of(),
                lines.isEmpty() ? List.of() : List.of(new Group(GROUP, words.text("organiser-reading.title"), lines)),
                words.text("organiser-reading.likeness"));
    }

    private static Line line(UnitTable table, Words words) {
        List<String> notes = new ArrayList<>();
        if (table.without() > 0) {
            notes.add(words.text("organiser-reading.without", table.without()));
        }
        return new Line(
                table.chosen(),
                table.name(),
                words.text("organiser-reading.finding", table.name(), table.period(), units(table)),
                "",
                notes,
                List.of(
                        words.text("organiser-reading.unit"),
                        words.text("organiser-reading.figure"),
                        words.text("panel.interval"),
                        words.text("chart.similar"),
                        words.text("organiser-reading.standing")),
                table.rows().stream().map(SideBySideReading::cells).toList(),
                table.definition(),
                words.text("organiser-reading.source"));
    }

    private static long units(UnitTable table) {
        return table.rows().stream().map(UnitTable.Row::href).distinct().count();
    }

    private static List<String> cells(UnitTable.Row row) {
        String name = row.part().isEmpty() ? row.name() : row.name() + ", " + row.part();
        return List.of(name, row.figure(), row.interval(), row.similar(), row.standing());
    }
}
