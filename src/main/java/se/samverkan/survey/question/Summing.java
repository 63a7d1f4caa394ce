package se.samverkan.survey.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samverkan.survey.question.Result.Asked;
import se.samverkan.survey.question.Result.Shown;

/**
 * Sums a survey up. Answers belong to the version of the questions that they were given on: a question is counted over those
 * versions in which it said the same, and for itself where its words were changed.
 */
public final class Summing {

    /** How many chose a choice of a question, in a version, of a group; the choice is empty where it is how many answered. */
    public record Count(int version, String question, String group, String choice, int people) {}

    /** A plain question in one wording, with what it stands under. */
    private record Wording(Question question, Text under) {}

    private final TreeMap<Integer, Questions> versions;
    private final List<Count> counts;

    /** @param versions the questions by their version */
    public Summing(Map<Integer, Questions> versions, List<Count> counts) {
        this.versions = new TreeMap<>(versions);
        this.counts = counts;
    }

    public Result result(int answers, int threshold, int again) {
        Suppression suppression = new Suppression(threshold);
        List<Choice> groups = groups();
        List<Asked> asked = wordings().stream()
                .map(each ->
                        new Asked(each.question(), each.under(), suppression.shown(ofGroups(each.question(), groups))))
                .toList();
        return new Result(answers, threshold, answers >= threshold ? again : 0, groups, asked);
    }

    /** The groups of every version, those of the newest first. */
    private List<Choice> groups() {
        Map<String, Choice> found = new LinkedHashMap<>();
        versions.descendingMap().values().stream()
                .flatMap(questions -> questions.group().stream())
                .flatMap(question -> question.choices().stream())
                .forEach(choice -> found.putIfAbsent(choice.key(), choice));
        return List.copyOf(found.values());
    }

    /** Each wording once, those of the same question together, the latest first. */
    private List<Wording> wordings() {
        Map<String, Wording> found = new LinkedHashMap<>();
        versions.descendingMap()
                .values()
                .forEach(questions -> questions.all().stream()
                        .filter(each -> each.kind() != Kind.FREE && !each.group())
                        .forEach(each -> each.plain()
                                .forEach(plain -> found.putIfAbsent(
                                        plain.key() + "@" + plain.revision(),
                                        new Wording(
                                                plain,
                                                each.kind() == Kind.MATRIX ? each.text() : new Text(Map.of()))))));
        Map<String, List<Wording>> byKey = new LinkedHashMap<>();
        found.values()
                .forEach(each -> byKey.computeIfAbsent(each.question().key(), key -> new ArrayList<>())
                        .add(each));
        return byKey.values().stream()
                .flatMap(same -> same.stream()
                        .sorted(Comparator.comparing(
                                (Wording each) -> -each.question().revision())))
                .toList();
    }

    private List<Shown> ofGroups(Question question, List<Choice> groups) {
        List<String> keys = new ArrayList<>(groups.stream().map(Choice::key).toList());
        keys.add(Result.EVERYBODY);
        return keys.stream()
                .map(group -> new Shown(
                        group,
                        people(question, group, ""),
                        question.choices().stream()
                                .map(choice -> people(question, group, choice.key()))
                                .toList()))
                .toList();
    }

    private int people(Question question, String group, String choice) {
        return counts.stream()
                .filter(count -> count.question().equals(question.key())
                        && count.group().equals(group)
                        && count.choice().equals(choice)
                        && wasPut(question, count.version()))
                .mapToInt(Count::people)
                .sum();
    }

    private boolean wasPut(Question question, int version) {
        Questions then = versions.get(version);
        return then != null
                && then.plain()
                        .anyMatch(each -> each.key().equals(question.key()) && each.revision() == question.revision());
    }
}
