package se.samverkan.access.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.samverkan.access.extract.Extracts.Extract;
import se.samverkan.shared.page.Words;

/** An extract as a text that anybody can open, in the reader's language: a heading for each part, a line for each value. */
final class ExtractText {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    ExtractText(Words words) {
        this.words = words;
    }

    String of(Extract extract, Instant at) {
        line(words.text("extract.of", extract.name()));
        line(words.text("extract.of.lead", words.moment(at)));
        extract.parts().forEach(this::part);
        return text.toString();
    }

    private void part(String name, List<Map<String, String>> lines) {
        String heading = words.text("extract.part." + name);
        line("");
        line(heading);
        line("=".repeat(heading.length()));
        if (lines.isEmpty()) {
            line(words.text("extract.nothing"));
        }
        lines.forEach(values -> {
            values.forEach(
                    (label, value) -> line(words.capital("extract.field." + label) + ": " + said(words, label, value)));
            line("");
        });
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** A value in words, where the message files have words for it; a moment, a day, yes and no as people say them. */
    static String said(Words words, String label, String value) {
        for (String key : List.of(label + "." + value, "me." + label + "." + value, "extract.is." + value)) {
            if (words.has(key)) {
                return words.text(key);
            }
        }
        if (MOMENT.matcher(value).matches()) {
            return words.moment(Instant.parse(value));
        }
        return DAY.matcher(value).matches() ? words.day(LocalDate.parse(value)) : value;
    }
}
