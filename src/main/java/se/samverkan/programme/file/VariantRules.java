package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.samverkan.programme.file.Shape.Choice;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Line;
import se.samverkan.programme.file.Shape.Many;
import se.samverkan.programme.file.Shape.Names;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Shape.Whole;
import se.samverkan.programme.file.Shape.Words;
import se.samverkan.programme.variant.MeetingSeries;
import se.samverkan.programme.variant.MeetingSeries.PlannedMeeting;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.programme.variant.Staffing;
import se.samverkan.programme.variant.Variant;

/**
 * What a whole variant must keep so that a partnership can be walked through with it. All that is broken is told at once.
 * The rules that hold for every field follow the shape; those between fields stand one by one.
 */
public final class VariantRules {

    /** The most weeks that a term has, holidays counted. */
    private static final int WEEKS_OF_TERM = 26;

    private final Variant variant;
    private final List<Complaint> complaints = new ArrayList<>();

    private VariantRules(Map<String, Object> filled) {
        this.variant = Tree.variant(filled);
    }

    /** @param filled the whole, with every field */
    public static List<Complaint> broken(Map<String, Object> filled) {
        VariantRules rules = new VariantRules(filled);
        rules.group(Shapes.variant(), filled, "");
        rules.variant.phases().forEach(rules::phase);
        rules.variant.series().forEach(rules::series);
        rules.variant.forms().forEach(rules::form);
        rules.variant.staffing().forEach(rules::staffing);
        rules.levels(Shapes.variant(), filled, "");
        return List.copyOf(rules.complaints);
    }

    private void group(Group shape, Map<String, Object> group, String path) {
        for (Part part : shape.parts()) {
            part(part, group, Tree.under(path, part.name()));
        }
    }

    private void part(Part part, Map<String, Object> group, String path) {
        Object value = group.get(part.name());
        switch (part.shape()) {
            case Words words -> words(part, Tree.map(value), path);
            case Line line -> line(line, String.valueOf(value), path);
            case Whole whole -> whole(part, whole, (Integer) Objects.requireNonNull(value), path);
            case Many many -> many(part, many, (List<?>) Objects.requireNonNull(value), path);
            case Group inner -> group(inner, Tree.map(value), path);
            case Things things -> things(part, things.each(), Tree.things(value), path);
            default -> {}
        }
    }

    private void words(Part part, Map<String, Object> words, String path) {
        if (part.required() && String.valueOf(words.get("sv")).isBlank()) {
            boolean untold = path.equals("name") || path.equals("purpose");
            complaints.add(untold ? Complaint.missing(path, "no-" + path) : Complaint.wrong(path, "no-words"));
        }
    }

    private void line(Line line, String value, String path) {
        if (value.isEmpty()) {
            complaints.add(Complaint.wrong(path, "nothing-said"));
        } else if (line.names() == Names.PHASE && variant.phase(value).isEmpty()) {
            complaints.add(Complaint.wrong(path, "no-phase", value));
        }
    }

    private void whole(Part part, Whole limits, int value, String path) {
        if (part.name().equals("terms") && value < limits.least()) {
            complaints.add(Complaint.wrong(path, "no-length"));
        } else if (value < limits.least() || value > limits.most()) {
            complaints.add(Complaint.wrong(path, "number", value, limits.least(), limits.most()));
        }
    }

    private void many(Part part, Many many, List<?> values, String path) {
        if (values.isEmpty() && part.required()) {
            boolean untold = path.equals("levels");
            complaints.add(untold ? Complaint.missing(path, "no-levels") : Complaint.wrong(path, "none-chosen"));
        }
        if (many.each() instanceof Words) {
            for (int i = 0; i < values.size(); i++) {
                words(new Part(part.name(), many.each(), true), Tree.map(values.get(i)), Tree.under(path, "" + i));
            }
        }
    }

    private void things(Part part, Group each, List<Map<String, Object>> things, String path) {
        if (things.isEmpty() && part.required()) {
            complaints.add(
                    Complaint.missing(path, part.name().equals("fields") ? "no-questions" : "no-" + part.name()));
        }
        for (Map<String, Object> thing : things) {
            group(each, thing, Tree.under(path, Tree.identity(each, thing)));
        }
    }

    private void phase(Phase phase) {
        for (Phase.Step step : phase.steps()) {
            within(phase.key(), step.weeks(), "phases/" + phase.key() + "/steps/" + step.key() + "/weeks");
        }
    }

    private void series(MeetingSeries series) {
        int before = 0;
        for (PlannedMeeting meeting : series.meetings()) {
            String path = "series/" + series.key() + "/meetings/" + meeting.key() + "/weeks";
            within(series.phase(), meeting.weeks(), path);
            if (meeting.weeks() < before) {
                complaints.add(Complaint.wrong(path, "meeting-order"));
            }
            before = meeting.weeks();
        }
    }

    /** That it falls within the phase as it is planned. */
    private void within(String phase, int weeks, String path) {
        variant.phase(phase)
                .filter(found -> weeks > Math.max(1, found.terms()) * WEEKS_OF_TERM)
                .ifPresent(found -> complaints.add(Complaint.wrong(path, "beyond-phase", weeks, found.terms())));
    }

    private void form(QuestionForm form) {
        for (Field field : form.fields()) {
            String path = "forms/" + form.key() + "/fields/" + field.key() + "/choices";
            if (field.kind() == QuestionForm.Kind.CHOICE && field.choices().size() < 2) {
                complaints.add(Complaint.wrong(path, "too-few-choices"));
            }
            if (field.kind() != QuestionForm.Kind.CHOICE && !field.choices().isEmpty()) {
                complaints.add(Complaint.wrong(path, "choices-of-no-choice"));
            }
        }
    }

    private void staffing(Staffing staffing) {
        if (staffing.atMost() < staffing.atLeast()) {
            complaints.add(
                    Complaint.wrong("staffing/" + staffing.role() + "/atMost", "most-under-least", staffing.atLeast()));
        }
    }

    /**
     * That nothing is asked at a level that does not take part. Staffing is not asked of a level: there the organiser stands
     * for the partnership as a whole.
     */
    private void levels(Group shape, Map<String, Object> group, String path) {
        Set<String> taking = variant.levels().stream().map(Enum::name).collect(Collectors.toSet());
        for (Part part : shape.parts()) {
            String at = Tree.under(path, part.name());
            Object value = group.get(part.name());
            if (part.shape() instanceof Things things && !part.name().equals("staffing")) {
                Tree.things(value)
                        .forEach(each ->
                                levels(things.each(), each, Tree.under(at, Tree.identity(things.each(), each))));
            } else if (part.name().equals("levels")
                    && !path.isEmpty()
                    && part.shape() instanceof Many many
                    && many.each() instanceof Choice) {
                for (Object level : (List<?>) Objects.requireNonNull(value)) {
                    if (!taking.isEmpty() && !taking.contains(level)) {
                        complaints.add(Complaint.wrong(at, "level-takes-no-part", level));
                    }
                }
            }
        }
    }
}
