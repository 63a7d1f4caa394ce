package se.samverkan.survey.collect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;
import se.samverkan.survey.question.Choice;
import se.samverkan.survey.question.Kind;
import se.samverkan.survey.question.Question;
import se.samverkan.survey.question.Questions;
import se.samverkan.survey.question.Text;

/**
 * The form in which a survey's questions are changed: which are put, in which words in each language; and one of one's own at
 * a time, added at the end.
 */
final class QuestionForm {

    /** The languages that the form has fields for; a file can hold more. */
    static final List<String> LANGUAGES = List.of("sv", "en");

    /** The kinds that one can add; a matrix is a row of scales, added one by one. */
    static final List<Kind> KINDS = List.of(Kind.SCALE, Kind.ONE, Kind.SEVERAL, Kind.FREE);

    private static final int MOST = 60;
    private static final int LONGEST = 500;
    private static final String SEPARATOR = "|";

    private QuestionForm() {}

    static SentForm of(SurveyView survey, Questions questions) {
        SentForm form = SentForm.ofVersion(survey.version());
        for (Question question : questions.all()) {
            form = form.with("put-" + question.key(), "true");
            for (String language : LANGUAGES) {
                form = form.with(field(question, language), question.text().written(language));
            }
        }
        return form;
    }

    static String field(Question question, String language) {
        return language + "-" + question.key();
    }

    static List<Compared> compared(Questions questions) {
        return questions.all().stream()
                .flatMap(question -> Stream.concat(
                                LANGUAGES.stream().map(language -> field(question, language)),
                                Stream.of("put-" + question.key()))
                        .map(Compared::text))
                .toList();
    }

    static FormErrors errors(SentForm sent, Questions before) {
        FormErrors errors = FormErrors.none();
        for (Question question : before.all()) {
            if (isPut(sent, question) && !isSaid(sent, question)) {
                errors = errors.with(field(question, "sv"), "survey.refusal.question-words");
            }
        }
        boolean added = !sent.text("new-sv").isEmpty() || !sent.text("new-en").isEmpty();
        if (added && kind(sent).isEmpty()) {
            errors = errors.with("new-kind", "survey.refusal.question-kind");
        }
        if (added
                && kind(sent).filter(kind -> kind != Kind.FREE).isPresent()
                && choices(sent).size() < 2) {
            errors = errors.with("new-choices", "survey.refusal.question-choices");
        }
        if (asked(sent, before).size() > MOST) {
            errors = errors.with("", "survey.refusal.too-many-questions", MOST);
        }
        return errors;
    }

    /** The questions as they are to be put. */
    static List<Question> asked(SentForm sent, Questions before) {
        List<Question> asked = new ArrayList<>();
        before.all().stream()
                .filter(question -> isPut(sent, question))
                .map(question -> question.saying(words(sent, question)))
                .forEach(asked::add);
        own(sent, before).ifPresent(asked::add);
        return asked;
    }

    private static boolean isPut(SentForm sent, Question question) {
        return sent.text("put-" + question.key()).equals("true");
    }

    private static boolean isSaid(SentForm sent, Question question) {
        Text words = words(sent, question);
        return !words.isEmpty() && words.words().values().stream().allMatch(text -> text.length() <= LONGEST);
    }

    private static Text words(SentForm sent, Question question) {
        Text words = question.text();
        for (String language : LANGUAGES) {
            words = words.with(language, sent.text(field(question, language)));
        }
        return words;
    }

    private static Optional<Kind> kind(SentForm sent) {
        return KINDS.stream()
                .filter(kind -> kind.name().equals(sent.text("new-kind")))
                .findFirst();
    }

    private static Optional<Question> own(SentForm sent, Questions before) {
        Text text = Text.of(sent.text("new-sv"), sent.text("new-en"));
        return kind(sent)
                .filter(kind -> !text.isEmpty())
                .map(kind -> new Question(
                        freeKey(before),
                        1,
                        kind,
                        text,
                        kind == Kind.FREE ? List.of() : choices(sent),
                        List.of(),
                        false));
    }

    /** A key that no question has had in the version before; one that comes back in other words gets a later revision. */
    private static String freeKey(Questions before) {
        int number = 1;
        while (before.find("own" + number).isPresent()) {
            number++;
        }
        return "own" + number;
    }

    /** The key of a question that comes back; another where one that is put has got it. */
    static String freeKey(Questions now, String wanted) {
        return now.find(wanted).isPresent() ? freeKey(now) : wanted;
    }

    /** A choice a line, with the English after a bar. */
    private static List<Choice> choices(SentForm sent) {
        Map<String, Choice> found = new LinkedHashMap<>();
        sent.text("new-choices")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    int bar = line.indexOf(SEPARATOR);
                    String key = Integer.toString(found.size() + 1);
                    found.put(
                            key,
                            new Choice(
                                    key,
                                    bar < 0
                                            ? Text.of(line, "")
                                            : Text.of(line.substring(0, bar), line.substring(bar + 1))));
                });
        return List.copyOf(found.values());
    }
}
