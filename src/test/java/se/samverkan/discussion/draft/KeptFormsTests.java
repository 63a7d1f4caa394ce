package se.samverkan.discussion.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every form of meetings, surveys and analyses in which somebody writes keeps what is written, or says here why not. */
class KeptFormsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final List<String> ROOMS = List.of("meeting", "survey", "analysis");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern WRITTEN_IN =
            Pattern.compile("<textarea|@template\\.shared\\.textarea\\(|@template\\.shared\\.field\\(|type=\"text\"");

    private static final Map<String, String> NOT_KEPT = Map.of(
            "survey/collect/answer.jte",
            "is answered without a name: kept in the phone only, and cleared when it is sent",
            "survey/idea/phone.jte",
            "is answered without a name, as above",
            "analysis/review/openings.jte",
            "is a choice of people and a day: nobody writes words in it",
            "survey/engagement/staff.jte",
            "is a list of names, taken in from a file or pasted, and kept nowhere before it has been looked through");

    @Test
    void everyFormThatIsWrittenInKeepsWhatIsWritten() throws IOException {
        Set<String> silent = new TreeSet<>();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(TEMPLATES.resolve(room))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".jte")).toList()) {
                    if (isSilent(Files.readString(file))) {
                        silent.add(TEMPLATES.relativize(file).toString().replace('\\', '/'));
                    }
                }
            }
        }
        silent.removeAll(NOT_KEPT.keySet());

        assertThat(silent).as("templates with a form that keeps nothing").isEmpty();
    }

    private static boolean isSilent(String template) {
        Matcher form = FORM.matcher(template);
        boolean silent = false;
        while (form.find()) {
            silent |= WRITTEN_IN.matcher(form.group(2)).find() && !form.group(1).contains("data-keep");
        }
        return silent;
    }
}
