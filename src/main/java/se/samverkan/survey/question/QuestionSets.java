package se.samverkan.survey.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samverkan.survey.question.QuestionSet.Audience;

/** The ready question sets, one file each in {@code survey/sets}: data, so that a set is added without a line of Java. */
@Component
public class QuestionSets {

    private static final String FILES = "classpath*:survey/sets/*.yaml";

    private final List<QuestionSet> all;

    QuestionSets() {
        this.all = read();
    }

    /** All of them, in the order of their files. */
    public List<QuestionSet> all() {
        return all;
    }

    public Optional<QuestionSet> find(String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** Those that suit a unit of a level with these school forms. */
    public List<QuestionSet> suiting(String level, Set<String> forms) {
        return all.stream().filter(each -> each.suits(level, forms)).toList();
    }

    private static List<QuestionSet> read() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .map(QuestionSets::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QuestionSet read(Resource file) {
        String name = Objects.requireNonNull(file.getFilename());
        try (InputStream content = file.getInputStream()) {
            Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            return new SetFile(tree).set(name.substring(0, name.indexOf('.')));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** One file: named scales first, then questions that use them. */
    @SuppressWarnings("unchecked")
    private record SetFile(Map<String, Object> tree) {

        QuestionSet set(String key) {
            Map<String, List<Choice>> scales = new HashMap<>();
            ((Map<String, Object>) tree.getOrDefault("scales", Map.of()))
                    .forEach((name, choices) -> scales.put(name, choices(choices)));
            List<Question> questions = new ArrayList<>();
            for (Map<String, Object> each : (List<Map<String, Object>>) tree.getOrDefault("questions", List.of())) {
                questions.add(question(each, scales));
            }
            return new QuestionSet(
                    key,
                    Audience.valueOf(String.valueOf(tree.get("audience"))),
                    strings(tree.get("levels")),
                    strings(tree.get("forms")),
                    (Integer) tree.getOrDefault("minutes", 5),
                    text(tree.get("name")),
                    new Questions(questions));
        }

        private static Question question(Map<String, Object> node, Map<String, List<Choice>> scales) {
            Object scale = node.get("scale");
            return new Question(
                    String.valueOf(node.get("key")),
                    1,
                    Kind.valueOf(String.valueOf(node.get("kind"))),
                    text(node.get("text")),
                    scale == null
                            ? choices(node.get("choices"))
                            : Objects.requireNonNull(scales.get(scale.toString()), scale.toString()),
                    choices(node.get("rows")),
                    Boolean.TRUE.equals(node.get("group")));
        }

        private static List<Choice> choices(@Nullable Object nodes) {
            return nodes == null
                    ? List.of()
                    : ((Map<Object, Object>) nodes)
                            .entrySet().stream()
                                    .map(each -> new Choice(each.getKey().toString(), text(each.getValue())))
                                    .toList();
        }

        private static Text text(@Nullable Object node) {
            Map<String, String> words = new HashMap<>();
            ((Map<String, Object>) Objects.requireNonNull(node, "a text"))
                    .forEach((language, said) -> words.put(language, said.toString()));
            return new Text(words);
        }

        private static Set<String> strings(@Nullable Object node) {
            return node == null
                    ? Set.of()
                    : ((List<Object>) node).stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
        }
    }
}
