package se.samverkan.access.extract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.samverkan.access.extract.Extracts.Extract;
import se.samverkan.shared.page.Words;

/** An extract as a text that anybody can open, in the reader's language: a heading for each part, a line for each value. */
final class ExtractText {

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

    /** A value in words, where the message files have words for it. */
    static String said(Words words, String label, String value) {
        String key = label + "." + value;
        return words.has(key) ? words.text(key) : value;
    }
}
