package se.samverkan.survey.collect;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.page.TableFile;
import se.samverkan.shared.page.Words;
import se.samverkan.survey.question.Choice;
import se.samverkan.survey.question.Result;
import se.samverkan.survey.question.Result.Asked;
import se.samverkan.survey.question.Result.Shown;

/** What a survey came to, to take away: a line for each choice of each question and group, or a document to hand out. */
final class ResultExport {

    private static final List<String> COLUMNS =
            List.of("question", "under", "group", "choice", "answered", "chose", "percent");
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Words words;
    private final SurveyView survey;
    private final Result result;
    private final String language;

    ResultExport(Words words, SurveyView survey, Result result) {
        this.words = words;
        this.survey = survey;
        this.result = result;
        this.language = words.locale().getLanguage();
    }

    byte[] csv() {
        return table().csv(words);
    }

    byte[] xlsx() {
        return table().xlsx();
    }

    private TableFile table() {
        return new TableFile(words.text("survey.result.sheet"), headings(), lines(), 1);
    }

    private List<String> headings() {
        return COLUMNS.stream()
                .map(column -> words.text("survey.result.column." + column))
                .toList();
    }

    private List<List<Object>> lines() {
        List<List<Object>> lines = new ArrayList<>();
        for (Asked asked : result.asked()) {
            lines(asked, words.text("survey.result.everybody"), asked.everybody(), lines);
            for (Choice group : result.groups()) {
                lines(asked, said(group), asked.of(group.key()), lines);
            }
        }
        return lines;
    }

    private void lines(Asked asked, String group, Optional<Shown> shown, List<List<Object>> lines) {
        String question = asked.question().text().in(language).words();
        String under = asked.under().in(language).words();
        if (shown.isEmpty()) {
            String masked = words.text("survey.result.masked");
            lines.add(List.of(question, under, group, "", masked, masked, masked));
            return;
        }
        List<Choice> choices = asked.question().choices();
        for (int i = 0; i < choices.size(); i++) {
            Shown found = shown.get();
            lines.add(List.of(
                    question,
                    under,
                    group,
                    said(choices.get(i)),
                    found.answered(),
                    found.counts().get(i),
                    Math.round(found.percent(i) * 10) / 10.0));
        }
    }

    private String said(Choice choice) {
        return choice.text().in(language).words();
    }

    byte[] pdf() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.text("survey.result.carries", result.threshold())));
        for (Asked asked : result.asked()) {
            blocks.add(new Block.Heading(1, heading(asked)));
            if (asked.everybody().isEmpty()) {
                blocks.add(new Block.Paragraph(words.text("survey.result.masked-question")));
            } else {
                blocks.add(table(asked));
            }
        }
        return PdfDocument.write(new Rendition(
                words.locale(),
                survey.organiserName(),
                survey.title(),
                words.text("survey.result.lead", survey.unitName(), result.answers()),
                List.of(
                        new Fact(words.text("survey.field.unit"), survey.unitName()),
                        new Fact(
                                words.text("survey.result.closed-on"),
                                survey.closedOn().map(words::day).orElse(""))),
                blocks,
                survey.closedOn().orElse(survey.lastDay()).atStartOfDay(SWEDEN).toInstant()));
    }

    private String heading(Asked asked) {
        String under = asked.under().in(language).words();
        String question = asked.question().text().in(language).words();
        return under.isEmpty() ? question : under + " " + question;
    }

    /** Shares in percent: a row for everybody and for each group, a column for each choice. */
    private Block table(Asked asked) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.text(words.text("survey.result.column.group")));
        columns.add(Block.Column.numbers(words.text("survey.result.column.answered")));
        asked.question().choices().forEach(choice -> columns.add(Block.Column.numbers(said(choice))));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(asked, words.text("survey.result.everybody"), asked.everybody()));
        result.groups().forEach(group -> rows.add(row(asked, said(group), asked.of(group.key()))));
        return new Block.Table(words.text("survey.result.caption", heading(asked)), columns, rows);
    }

    private List<String> row(Asked asked, String name, Optional<Shown> shown) {
        List<String> row = new ArrayList<>(List.of(name));
        int choices = asked.question().choices().size();
        if (shown.isEmpty()) {
            row.add(words.text("survey.result.masked"));
            for (int i = 0; i < choices; i++) {
                row.add("–");
            }
        } else {
            row.add(words.count(shown.get().answered()));
            for (int i = 0; i < choices; i++) {
                row.add(words.number(shown.get().percent(i), 0) + "\u00a0%");
            }
        }
        return row;
    }
}
