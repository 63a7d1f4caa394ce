package se.samverkan.statistics.skolverket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.samverkan.statistics.Observation.Breakdown;
import tools.jackson.databind.JsonNode;

/** Reads the figures of one unit: {@code statistics/gr} and {@code statistics/gy}. A field that is absent says nothing. */
final class FigureAnswers {

    private FigureAnswers() {}

    static void compulsory(Question question, JsonNode body, Reading reading) {
        for (Field field : Field.of(Field.Part.COMPULSORY)) {
            reading.series(question.path(), question.unit(), field, field.breakdown(), body.get(field.name()));
        }
    }

    static void upperSecondary(Question question, JsonNode body, Reading reading) {
        for (Field field : Field.of(Field.Part.UPPER_SECONDARY)) {
            reading.series(question.path(), question.unit(), field, field.breakdown(), body.get(field.name()));
        }
        List<JsonNode> programmes = new ArrayList<>();
        body.path("programMetrics").forEach(programmes::add);
        for (JsonNode programme : programmes) {
            Field.of(Field.Part.PROGRAMME).forEach(field -> ofProgramme(question, programme, field, reading));
        }
        for (Field field : Field.of(Field.Part.PROGRAMME_STAFF)) {
            staff(question, body, programmes, field, reading);
        }
    }

    private static void ofProgramme(Question question, JsonNode programme, Field field, Reading reading) {
        String code = Published.text(programme, "programCode");
        if (code == null) {
            reading.refuse(question.path(), "programCode", "", "value-missing");
            return;
        }
        Breakdown breakdown = new Breakdown(field.breakdown().dimension(), code);
        reading.series(question.path(), question.unit(), field, breakdown, programme.get(field.name()));
    }

    /**
     * A school's teachers are the same whichever programme they are read under: where every programme repeats the same
     * figures and the school itself has none, they are the school's. Where they differ each stays with its programme.
     */
    private static void staff(
            Question question, JsonNode body, List<JsonNode> programmes, Field field, Reading reading) {
        Set<JsonNode> said = new HashSet<>(programmes.stream()
                .map(programme -> programme.get(field.name()))
                .filter(Objects::nonNull)
                .filter(series -> !series.isEmpty())
                .toList());
        boolean schoolItself = !body.path(field.name()).isEmpty();
        if (said.size() == 1 && !schoolItself) {
            reading.series(
                    question.path(),
                    question.unit(),
                    field,
                    Breakdown.ALL,
                    said.iterator().next());
        } else if (said.size() > 1) {
            programmes.forEach(programme -> ofProgramme(question, programme, field, reading));
        }
    }
}
