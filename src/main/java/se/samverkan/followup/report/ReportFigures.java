package se.samverkan.followup.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.followup.goal.GoalPicture;
import se.samverkan.followup.goal.GoalPoint;
import se.samverkan.followup.goal.GoalSeries;
import se.samverkan.followup.goal.Goals;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.shared.CellText;
import se.samverkan.shared.page.Words;

/** The figures of a plan's goals, to count with: a line for each goal and point. */
@Component
class ReportFigures {

    private static final List<String> COLUMNS =
            List.of("goal", "measure", "when", "value", "shown", "n", "baseline", "target");

    private final Goals goals;
    private final MessageSource messages;

    ReportFigures(Goals goals, MessageSource messages) {
        this.goals = goals;
        this.messages = messages;
    }

    private Words words() {
        return new Words(messages, Words.SWEDISH);
    }

    byte[] csv(FollowedPlan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            writer.writeRecord(headings());
            lines(plan)
                    .forEach(line -> writer.writeRecord(line.stream()
                            .map(cell -> cell instanceof Double number
                                    ? words().number(number, 2)
                                    : CellText.neutral(cell.toString()))
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] xlsx(FollowedPlan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Samverkan", "1.0")) {
            Worksheet sheet = book.newWorksheet(words().text("followup.goals.title"));
            List<List<Object>> all = new ArrayList<>();
            all.add(new ArrayList<>(headings()));
            all.addAll(lines(plan));
            for (int row = 0; row < all.size(); row++) {
                for (int column = 0; column < COLUMNS.size(); column++) {
                    write(sheet, row, column, all.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, cell.toString());
        }
    }

    private List<String> headings() {
        return COLUMNS.stream()
                .map(column -> words().text("followup.report.figure." + column))
                .toList();
    }

    private List<List<Object>> lines(FollowedPlan plan) {
        List<List<Object>> lines = new ArrayList<>();
        for (GoalSeries series : goals.of(plan)) {
            GoalPicture picture = new GoalPicture(words(), series);
            for (GoalPoint point : series.points()) {
                lines.add(List.of(
                        series.goal().title(),
                        picture.measure(),
                        point.when(),
                        optional(point.value().stream().boxed().findFirst()),
                        picture.at(point),
                        point.n().isPresent() ? (Object) point.n().getAsInt() : "",
                        optional(series.goal().baseline().stream().boxed().findFirst()),
                        optional(series.goal().target().stream().boxed().findFirst())));
            }
        }
        return lines;
    }

    private static Object optional(Optional<Double> value) {
        return value.isPresent() ? (Object) value.get() : "";
    }
}
