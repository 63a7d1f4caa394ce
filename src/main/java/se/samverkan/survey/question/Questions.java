package se.samverkan.survey.question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The questions of a survey in one version, in the order in which they are put. */
public record Questions(List<Question> all) {

    public Questions {
        all = List.copyOf(all);
    }

    /** All of them as plain questions. */
    public Stream<Question> plain() {
        return all.stream().flatMap(Question::plain);
    }

    public Optional<Question> find(String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** The question whose choices are the groups, where there is one. */
    public Optional<Question> group() {
        return all.stream().filter(Question::group).findFirst();
    }

    /** The languages that something is written in, Swedish first. */
    public Set<String> languages() {
        Set<String> found = new TreeSet<>();
        all.forEach(each -> {
            found.addAll(each.text().languages());
            each.choices().forEach(choice -> found.addAll(choice.text().languages()));
        });
        Set<String> ordered = new LinkedHashSet<>();
        Stream.concat(Stream.of("sv", "en").filter(found::contains), found.stream())
                .forEach(ordered::add);
        return ordered;
    }

    /** The next version of these: whatever says the same keeps its revision, everything else has this one. */
    public static Questions next(Questions before, List<Question> now, int version) {
        return new Questions(now.stream()
                .map(each -> before.find(each.key()).filter(each::saysTheSameAs).orElseGet(() -> each.from(version)))
                .toList());
    }
}
