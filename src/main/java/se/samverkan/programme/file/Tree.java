package se.samverkan.programme.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.programme.file.Shape.Choice;
import se.samverkan.programme.file.Shape.Dictionary;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Line;
import se.samverkan.programme.file.Shape.Many;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Shape.Whole;
import se.samverkan.programme.file.Shape.Words;
import se.samverkan.programme.file.Shape.YesNo;
import se.samverkan.programme.variant.Variant;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A variant as a tree of maps, lists, texts and numbers: what stands in the file and in the database. A tree that is
 * <i>filled</i> has every field, with nothing in those that nobody has written.
 */
public final class Tree {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private Tree() {}

    public static Map<String, Object> parse(String json) {
        return JSON.readValue(json, MAP);
    }

    public static String json(Map<String, Object> tree) {
        return JSON.writeValueAsString(tree);
    }

    public static Map<String, Object> of(Variant variant) {
        return JSON.convertValue(variant, MAP);
    }

    /** The variant that a filled tree tells. */
    public static Variant variant(Map<String, Object> filled) {
        return JSON.convertValue(filled, Variant.class);
    }

    /** The same with every field, in the order of the shape. */
    public static Map<String, Object> filled(Group shape, Map<String, Object> tree) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (Part part : shape.parts()) {
            filled.put(part.name(), filledPart(part.shape(), tree.get(part.name())));
        }
        return filled;
    }

    private static Object filledPart(Shape shape, @Nullable Object value) {
        return switch (shape) {
            case Words words -> value == null ? words("", "") : value;
            case Line line -> value == null ? "" : value;
            case Whole whole -> value == null ? whole.usual() : value;
            case YesNo yesNo -> value == null ? false : value;
            case Choice choice -> value == null ? choice.values().getFirst() : value;
            case Many many -> value == null ? List.of() : value;
            case Dictionary dictionary -> value == null ? Map.of() : value;
            case Group group -> filled(group, value == null ? Map.of() : map(value));
            case Things things ->
                things(value).stream().map(each -> filled(things.each(), each)).toList();
        };
    }

    static Map<String, Object> words(String swedish, String english) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("sv", swedish);
        words.put("en", english);
        return words;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** The groups of a list. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> things(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    /** What tells a group of a list from the others. */
    public static String identity(Group shape, Map<String, Object> thing) {
        return Objects.toString(thing.get(shape.identity()), "");
    }

    public static Optional<Map<String, Object>> find(Group shape, List<Map<String, Object>> things, String identity) {
        return things.stream()
                .filter(each -> identity(shape, each).equals(identity))
                .findFirst();
    }

    /** The path of something under another. */
    public static String under(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
