package se.samverkan.shared.page;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every form in which somebody writes in their own words asks why a personal identity number stands there, before it is
 * saved. A part of a page counts when every page that takes it in asks.
 */
class FreeTextFormsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final String ASKS = "shared.numberreason(";

    /** Forms that do not ask, and why. */
    private static final Map<String, String> NOT_ASKED = Map.ofEntries(
            entry("shared/textarea.jte", "is the field itself"),
            entry(
                    "access/session/held.jte",
                    "carries what was written back to the form that it was written in, which asks"),
            entry(
                    "programme/page/partfield.jte",
                    "is the text of a programme, for all its organisers, looked through in a preview"),
            entry("programme/page/draft.jte", "says what is new in a programme, as above"),
            entry(
                    "selection/allotment/plan.jte",
                    "is a hypothesis about figures; the locked plan is read by all the round's people"),
            entry(
                    "selection/allotment/basis.jte",
                    "says why figures are frozen anew; the basis is read by all the round's people"),
            entry(
                    "meeting/minutes/write.jte",
                    "is short of room; refused, it comes back on the page of the paragraph, which asks"),
            entry(
                    "survey/collect/plain.jte",
                    "is answered without a name: a number is refused, and there is no reason to give"),
            entry("survey/idea/phone.jte", "is answered without a name, as above"),
            entry("followup/sign/phone.jte", "is answered without a name, as above"),
            entry("survey/collect/questions.jte", "is the wording of questions, read by everybody who answers"),
            entry("survey/engagement/staff.jte", "is a list, whose lines with a number are refused"),
            entry("analysis/own/lines.jte", "takes terms and numbers; a line with anything else is refused"),
            entry("analysis/own/table.jte", "takes figures line by line, as above"),
            entry("intervention/delivery/roll.jte", "is a list, as above"),
            entry("intervention/reflection/phone.jte", "is answered without a name, as above"));

    private static final Map<String, String> TEMPLATE_TEXTS = texts();

    private static Map<String, String> texts() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .collect(Collectors.toMap(
                            file -> TEMPLATES.relativize(file).toString().replace('\\', '/'),
                            FreeTextFormsTests::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWrittenIn(String text) {
        return text.contains("<textarea") || text.contains("@template.shared.textarea(");
    }

    private static boolean asks(String template) {
        if (TEMPLATE_TEXTS.getOrDefault(template, "").contains(ASKS)) {
            return true;
        }
        String call = "@template." + template.replace(".jte", "").replace('/', '.') + "(";
        Set<String> takersIn = TEMPLATE_TEXTS.entrySet().stream()
                .filter(each -> each.getValue().contains(call))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return !takersIn.isEmpty() && takersIn.stream().allMatch(FreeTextFormsTests::asks);
    }

    @Test
    void everyFormForOnesOwnWordsAsksForPersonalIdentityNumbers() {
        Set<String> silent = new TreeSet<>();
        TEMPLATE_TEXTS.forEach((template, text) -> {
            if (isWrittenIn(text) && !asks(template)) {
                silent.add(template);
            }
        });

        assertThat(silent)
                .as("templates with a text field that ask for no reason")
                .isEqualTo(new TreeSet<>(NOT_ASKED.keySet()));
    }
}
