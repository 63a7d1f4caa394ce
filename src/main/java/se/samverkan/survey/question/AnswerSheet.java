package se.samverkan.survey.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.samverkan.shared.PersonalNumbers;

/**
 * What somebody has answered, as it came from the form: only what the questions ask for is taken, whatever else was sent.
 *
 * @param chosen the chosen keys by the key of their plain question
 * @param words own words by the key of their question
 * @param faults what must be changed before it can be taken, by the key of its question: a key of the message files
 */
public record AnswerSheet(Map<String, List<String>> chosen, Map<String, String> words, Map<String, String> faults) {

    /** The longest text that is taken. */
    public static final int LONGEST = 4000;

    /**
     * @param questions as they were put
     * @param sent what was sent under the key of a plain question
     */
    public static AnswerSheet read(Questions questions, Function<String, List<String>> sent) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        questions.plain().forEach(question -> {
            List<String> values = sent.apply(question.key());
            if (question.kind() == Kind.FREE) {
                readWords(question.key(), values, words, faults);
            } else {
                List<String> known = values.stream()
                        .filter(value -> question.choice(value).isPresent())
                        .distinct()
                        .limit(question.kind() == Kind.SEVERAL ? values.size() : 1)
                        .toList();
                if (!known.isEmpty()) {
                    chosen.put(question.key(), known);
                }
            }
        });
        return new AnswerSheet(chosen, words, faults);
    }

    private static void readWords(
            String key, List<String> values, Map<String, String> words, Map<String, String> faults) {
        String text = values.stream().findFirst().map(AnswerSheet::clean).orElse("");
        if (text.length() > LONGEST) {
            faults.put(key, "survey.refusal.too-long");
        } else if (PersonalNumbers.areIn(text)) {
            faults.put(key, "survey.refusal.personal-number");
        } else if (!text.isEmpty()) {
            words.put(key, text);
        }
    }

    /** Without characters that nobody can see and no database takes; line breaks as we write them. */
    public static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .replaceAll("\\p{Cs}", "")
                .strip();
    }

    public boolean isEmpty() {
        return chosen.isEmpty() && words.isEmpty();
    }
}
