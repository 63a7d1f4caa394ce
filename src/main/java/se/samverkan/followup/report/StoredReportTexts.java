package se.samverkan.followup.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.followup.report.ReportView.Area;
import se.samverkan.followup.report.ReportView.Part;

/** What reports say of areas and of interventions, in the database, as row-level security lets the actor see it. */
@Repository
class StoredReportTexts {

    private final JdbcClient database;

    StoredReportTexts(JdbcClient database) {
        this.database = database;
    }

    List<Area> areas(long report) {
        return database.sql("select * from followup.report_area where report = ? order by number")
                .param(report)
                .query((row, n) -> new Area(
                        row.getLong("area"),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("problem"),
                        row.getString("causes"),
                        row.getString("goals"),
                        row.getString("improvements"),
                        row.getString("attainment"),
                        row.getString("not_reached"),
                        row.getString("effects")))
                .list();
    }

    List<Part> parts(long report) {
        return database.sql("select * from followup.report_intervention where report = ? order by number")
                .param(report)
                .query((row, n) -> new Part(
                        row.getLong("intervention"),
                        row.getLong("area"),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getString("state"),
                        row.getString("dose"),
                        row.getString("words")))
                .list();
    }

    void fill(long report, long unit, List<Area> areas, List<Part> parts) {
        for (Area area : areas) {
            database.sql("""
                            insert into followup.report_area (report, area, unit, number, title, problem, causes, goals,
                                improvements, attainment, not_reached, effects)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            report,
                            area.area(),
                            unit,
                            area.number(),
                            area.title(),
                            area.problem(),
                            area.causes(),
                            area.goals(),
                            area.improvements(),
                            area.attainment(),
                            area.notReached(),
                            area.effects())
                    .update();
        }
        for (Part part : parts) {
            database.sql("""
                            insert into followup.report_intervention
                                (report, intervention, unit, area, number, title, state, dose, words)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            report,
                            part.intervention(),
                            unit,
                            part.area(),
                            part.number(),
                            part.title(),
                            part.state(),
                            part.dose(),
                            part.words())
                    .update();
        }
    }

    void write(long report, Area area) {
        database.sql("""
                        update followup.report_area set improvements = ?, attainment = ?, not_reached = ?, effects = ?
                        where report = ? and area = ?
                        """)
                .params(area.improvements(), area.attainment(), area.notReached(), area.effects(), report, area.area())
                .update();
    }

    void write(long report, Part part) {
        database.sql("update followup.report_intervention set words = ? where report = ? and intervention = ?")
                .params(part.words(), report, part.intervention())
                .update();
    }
}
