package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.shared.page.Words;

/** Reads a unit off its page, which is kept until figures change. */
@Component
class UnitPageReading implements UnitReading {

    private final UnitPages pages;

    UnitPageReading(UnitPages pages) {
        this.pages = pages;
    }

    @Override
    public Optional<Reading> of(String unitKey, Words words) {
        return pages.page(unitKey, words, Optional.empty())
                .map(page -> new Reading(
                        page.lead(),
                        page.flags(),
                        page.sections().stream()
                                .map(section -> new Group(
                                        section.id(),
                                        section.title(),
                                        section.panels().stream()
                                                .map(panel -> line(panel, words))
                                                .toList()))
                                .toList(),
                        page.likeness().rule()));
    }

    private static Line line(Panel panel, Words words) {
        List<String> columns = new ArrayList<>(List.of(words.text("panel.period"), panel.ownName()));
        add(columns, panel.intervals(), words.text("panel.interval"));
        add(columns, panel.bands(), words.text("chart.similar"));
        add(columns, !panel.areaName().isEmpty(), panel.areaName());
        add(columns, !panel.countryName().isEmpty(), panel.countryName());
        return new Line(
                panel.id(),
                panel.name(),
                panel.finding(),
                panel.picture(),
                panel.notes(),
                columns,
                panel.rows().stream().map(row -> cells(panel, row)).toList(),
                panel.definition(),
                panel.source());
    }

    private static List<String> cells(Panel panel, Panel.Row row) {
        List<String> cells = new ArrayList<>(List.of(row.period(), row.own()));
        add(cells, panel.intervals(), row.interval());
        add(cells, panel.bands(), row.similar());
        add(cells, !panel.areaName().isEmpty(), row.area());
        add(cells, !panel.countryName().isEmpty(), row.country());
        return cells;
    }

    private static void add(List<String> to, boolean there, String what) {
        if (there) {
            to.add(what);
        }
    }
}
