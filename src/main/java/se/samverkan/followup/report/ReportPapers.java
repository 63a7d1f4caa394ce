package se.samverkan.followup.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.agreement.ToldDeviations.Told;
import se.samverkan.followup.goal.GoalMarks;
import se.samverkan.followup.goal.GoalPicture;
import se.samverkan.followup.goal.GoalSeries;
import se.samverkan.followup.goal.Goals;
import se.samverkan.followup.goal.MarkedPoint;
import se.samverkan.followup.goal.MarkedPoints;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.report.ReportView.Area;
import se.samverkan.followup.report.ReportView.Part;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.page.Words;

/**
 * Makes the document of a report, in Swedish whoever reads it (språklagen, section 10): area by area, its interventions as a table,
 * and what has deviated from the agreement or the funding decision.
 */
@Component
class ReportPapers {

    private final MessageSource messages;
    private final Reports reports;
    private final Goals goals;
    private final MarkedPoints points;
    private final Clock clock;

    ReportPapers(MessageSource messages, Reports reports, Goals goals, MarkedPoints points, Clock clock) {
        this.messages = messages;
        this.reports = reports;
        this.goals = goals;
        this.points = points;
        this.clock = clock;
    }

    private Words words() {
        return new Words(messages, Words.SWEDISH);
    }

    String title(FollowedPlan plan, ReportView report) {
        return words().text(
                        "followup.report.title." + report.kind(), plan.plan().unitName(), words().term(report.term()));
    }

    Rendition rendition(FollowedPlan plan, ReportView report) {
        Words words = words();
        Instant made = report.last("HANDED_IN").map(ReportView.Deed::at).orElseGet(clock::instant);
        return new Rendition(
                Words.SWEDISH,
                plan.partnership().organiserName(),
                title(plan, report),
                words.text("followup.report.lead"),
                facts(report, words),
                blocks(plan, report, words),
                made);
    }

    private static List<Fact> facts(ReportView report, Words words) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.text("followup.report.state"), words.capital("followup.report.standing." + report.standing())));
        for (String deed : List.of("ADOPTED", "APPROVED", "HANDED_IN")) {
            report.last(deed)
                    .filter(each -> report.standing() != ReportView.Standing.DRAFT)
                    .ifPresent(each -> facts.add(new Fact(
                            words.text("followup.report.fact." + deed), each.by() + ", " + words.moment(each.at()))));
        }
        return facts;
    }

    private List<Block> blocks(FollowedPlan plan, ReportView report, Words words) {
        List<Block> blocks = new ArrayList<>();
        List<GoalSeries> series = goals.of(plan);
        List<MarkedPoint> marked = points.ofPlan(plan.id());
        for (Area area : report.areas()) {
            blocks.add(new Block.Heading(1, words.text("actionplan.area.named", area.number(), area.title())));
            text(blocks, words, "problem", area.problem());
            text(blocks, words, "causes", area.causes());
            text(blocks, words, "goals", area.goals());
            text(blocks, words, "improvements", area.improvements());
            text(blocks, words, "attainment", area.attainment());
            figures(blocks, words, plan, area, series, marked);
            text(blocks, words, "not-reached", area.notReached());
            text(blocks, words, "effects", area.effects());
            interventions(blocks, words, report.partsOf(area));
        }
        deviations(blocks, words, report);
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("followup.report.empty")));
        }
        return blocks;
    }

    private static void text(List<Block> blocks, Words words, String field, String text) {
        if (!text.isBlank()) {
            blocks.add(new Block.Heading(2, words.text("followup.report." + field)));
            blocks.add(new Block.Paragraph(text));
        }
    }

    /** The run charts of the goals of an area, each with what is read from it in words for whoever does not see it. */
    private static void figures(
            List<Block> blocks,
            Words words,
            FollowedPlan plan,
            Area area,
            List<GoalSeries> all,
            List<MarkedPoint> marked) {
        plan.plan().areas().stream()
                .filter(each -> each.number() == area.number())
                .flatMap(each -> each.goals().stream())
                .flatMap(goal -> all.stream().filter(series -> series.goal().id() == goal.id()))
                .filter(GoalSeries::isDrawn)
                .forEach(series -> {
                    GoalPicture picture = new GoalPicture(words, series);
                    List<MarkedPoint> own = marked.stream()
                            .filter(each -> each.goal() == series.goal().id())
                            .toList();
                    String said = String.join(" ", picture.said());
                    blocks.add(new Block.Figure(
                            picture.draw(GoalMarks.of(plan, series, own, words)),
                            words.text(
                                    "followup.report.figure-said", series.goal().title(), said),
                            words.text("followup.goal.chart", series.goal().title())));
                    blocks.add(new Block.Paragraph(said));
                });
    }

    private static void interventions(List<Block> blocks, Words words, List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(2, words.text("followup.interventions.title")));
        blocks.add(new Block.Table(
                words.text("followup.report.table"),
                List.of(
                        Block.Column.text(words.text("followup.report.column.what")),
                        Block.Column.text(words.text("followup.report.column.state")),
                        Block.Column.text(words.text("followup.report.column.dose")),
                        Block.Column.text(words.text("followup.report.column.words"))),
                parts.stream()
                        .map(part -> List.of(
                                part.number() + ". " + part.title().replace('\n', ' '),
                                words.text("followup.intervention.state."
                                        + (part.state().isEmpty() ? "none" : part.state())),
                                part.dose(),
                                part.words()))
                        .toList()));
    }

    /** What deviates from the agreement or the funding decision is listed by itself, so that nobody forgets it. */
    private void deviations(List<Block> blocks, Words words, ReportView report) {
        List<Told> told = reports.deviations(report);
        if (told.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(1, words.text("followup.report.deviations")));
        blocks.add(new Block.Items(told.stream()
                .map(each -> words.text(
                        "followup.report.deviation",
                        words.day(each.from()),
                        each.what(),
                        each.why(),
                        words.text("followup.report.deviation." + each.answer())))
                .toList()));
    }
}
