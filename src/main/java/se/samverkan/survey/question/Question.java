package se.samverkan.survey.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question as it was put. Where its words or choices change it is another question from then on, with a later revision.
 *
 * @param key what it is called among the questions of its survey, whatever becomes of its words
 * @param revision the version of the survey in which it got these words
 * @param choices what can be chosen; empty for own words
 * @param rows what a matrix asks about; empty for every other kind
 * @param group whether its choices are the groups that results are shown for
 */
public record Question(
        String key, int revision, Kind kind, Text text, List<Choice> choices, List<Choice> rows, boolean group) {

    private static final String BETWEEN = ".";

    public Question {
        choices = List.copyOf(choices);
        rows = List.copyOf(rows);
    }

    /** It as plain questions: a matrix is one for each of its rows, any other question is itself. */
    public Stream<Question> plain() {
        return kind == Kind.MATRIX
                ? rows.stream()
                        .map(row -> new Question(
                                key + BETWEEN + row.key(), revision, Kind.SCALE, row.text(), choices, List.of(), false))
                : Stream.of(this);
    }

    /** Whether it says the same, whatever its revision. */
    public boolean saysTheSameAs(Question other) {
        return kind == other.kind
                && group == other.group
                && text.equals(other.text)
                && choices.equals(other.choices)
                && rows.equals(other.rows);
    }

    public Optional<Choice> choice(String chosen) {
        return choices.stream().filter(each -> each.key().equals(chosen)).findFirst();
    }

    /** The same as put from a version on. */
    public Question from(int version) {
        return new Question(key, version, kind, text, choices, rows, group);
    }

    /** The same under another key. */
    public Question called(String newKey) {
        return new Question(newKey, revision, kind, text, choices, rows, group);
    }

    /** The same in other words. */
    public Question saying(Text words) {
        return new Question(key, revision, kind, words, choices, rows, group);
    }
}
