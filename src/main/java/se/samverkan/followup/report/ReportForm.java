package se.samverkan.followup.report;

import java.util.ArrayList;
import java.util.List;
import se.samverkan.followup.report.ReportView.Area;
import se.samverkan.followup.report.ReportView.Part;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The form of a report, to and fro: four texts for each area, one for each intervention. */
final class ReportForm {

    static final List<String> TEXTS = List.of("improvements", "attainment", "not-reached", "effects");
    static final String PART = "part-";

    private final ReportView report;

    ReportForm(ReportView report) {
        this.report = report;
    }

    SentForm form() {
        SentForm form = SentForm.ofVersion(report.version());
        for (Area area : report.areas()) {
            form = form.with("improvements-" + area.area(), area.improvements())
                    .with("attainment-" + area.area(), area.attainment())
                    .with("not-reached-" + area.area(), area.notReached())
                    .with("effects-" + area.area(), area.effects());
        }
        for (Part part : report.parts()) {
            form = form.with(PART + part.intervention(), part.words());
        }
        return form;
    }

    List<Area> areas(SentForm sent) {
        return report.areas().stream()
                .map(area -> new Area(
                        area.area(),
                        area.number(),
                        area.title(),
                        area.problem(),
                        area.causes(),
                        area.goals(),
                        text(sent, "improvements-" + area.area()),
                        text(sent, "attainment-" + area.area()),
                        text(sent, "not-reached-" + area.area()),
                        text(sent, "effects-" + area.area())))
                .toList();
    }

    List<Part> parts(SentForm sent) {
        return report.parts().stream()
                .map(part -> new Part(
                        part.intervention(),
                        part.area(),
                        part.number(),
                        part.title(),
                        part.state(),
                        part.dose(),
                        text(sent, PART + part.intervention())))
                .toList();
    }

    /** A browser sends every line break as two characters. */
    private static String text(SentForm sent, String field) {
        return sent.text(field).replace("\r\n", "\n");
    }

    FormErrors errors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        for (String field : written()) {
            if (sent.text(field).length() > Reports.MOST_OF_WORDS) {
                errors = errors.with(field, "followup.refusal.words-long", Reports.MOST_OF_WORDS);
            }
        }
        return FreeText.errors(errors, sent, written());
    }

    String[] written() {
        List<String> fields = new ArrayList<>();
        report.areas().forEach(area -> TEXTS.forEach(text -> fields.add(text + "-" + area.area())));
        report.parts().forEach(part -> fields.add(PART + part.intervention()));
        return fields.toArray(String[]::new);
    }

    FreeText texts(SentForm sent) {
        List<String> texts = new ArrayList<>();
        for (String field : written()) {
            texts.add(sent.text(field));
        }
        return new FreeText(String.join("\n", texts), sent.text(FreeText.REASON_FIELD));
    }

    List<Compared> compared() {
        List<Compared> compared = new ArrayList<>();
        for (String field : written()) {
            compared.add(Compared.text(field));
        }
        return compared;
    }
}
