package se.samverkan.analysis.priority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.priority.Priorities.Cell;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The forms of a round: one's own scores, the criteria, the order that is decided. */
final class PriorityForm {

    private PriorityForm() {}

    /** The name of the field of a score. */
    static String score(Part area, Criterion criterion) {
        return "score-" + area.id() + "-" + criterion.id();
    }

    static SentForm scores(List<Part> areas, Prioritising now) {
        SentForm form = SentForm.ofVersion(now.version());
        for (Part area : areas) {
            for (Criterion criterion : now.criteria()) {
                String value = now.mine(area.id(), criterion.id())
                        .map(each -> Integer.toString(each.value()))
                        .orElse("");
                form = form.with(score(area, criterion), value);
            }
        }
        return form;
    }

    static Map<Cell, Integer> scores(List<Part> areas, Prioritising now, SentForm sent) {
        Map<Cell, Integer> scores = new HashMap<>();
        for (Part area : areas) {
            for (Criterion criterion : now.criteria()) {
                String value = sent.text(score(area, criterion));
                if (value.matches("[1-5]")) {
                    scores.put(new Cell(area.id(), criterion.id()), Integer.parseInt(value));
                }
            }
        }
        return scores;
    }

    /** One criterion a line; empty lines are left out. */
    static List<String> criteria(SentForm sent) {
        return FreeText.of(sent, "criteria")
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String place(Part area) {
        return "place-" + area.id();
    }

    static String reason(Part area) {
        return "place-reason-" + area.id();
    }

    static String[] reasons(List<Part> areas) {
        return areas.stream().map(PriorityForm::reason).toArray(String[]::new);
    }

    static FormErrors errors(List<Part> areas, SentForm sent) {
        FormErrors errors = FormErrors.none();
        for (Part area : areas) {
            String place = sent.text(place(area));
            if (!place.isEmpty() && !place.matches("[1-9]\\d?")) {
                errors = errors.with(place(area), "analysis.refusal.place-number");
            }
        }
        return FreeText.errors(errors, sent, reasons(areas));
    }

    static List<Place> places(List<Part> areas, SentForm sent) {
        List<Place> places = new ArrayList<>();
        for (Part area : areas) {
            String place = sent.text(place(area));
            if (!place.isEmpty()) {
                places.add(new Place(
                        area.id(),
                        Integer.parseInt(place),
                        FreeText.of(sent, reason(area)).text().replace("\r\n", "\n")));
            }
        }
        return places;
    }
}
