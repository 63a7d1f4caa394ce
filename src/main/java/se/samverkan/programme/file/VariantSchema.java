package se.samverkan.programme.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
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

/**
 * The schema of the readable file (JSON Schema, draft 2020-12), drawn from the same shape that reads it, so that an editor
 * can help whoever writes one. A file that inherits may leave out everything but its key.
 */
public final class VariantSchema {

    private static final String KEY = "^[a-z][a-z0-9-]{0,39}$";

    private final Known known;
    private final BinaryOperator<String> label;

    /** @param label what a field is called in words, by the name of its group and its own */
    public VariantSchema(Known known, BinaryOperator<String> label) {
        this.known = known;
        this.label = label;
    }

    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", label.apply("Variant", "title"));
        schema.put("type", "object");
        schema.put("if", Map.of("required", List.of(Inheritance.INHERITS)));
        schema.put("then", Map.of("$ref", "#/$defs/inheriting"));
        schema.put("else", Map.of("$ref", "#/$defs/whole"));
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("whole", top(false));
        parts.put("inheriting", top(true));
        parts.put("words", words());
        schema.put("$defs", parts);
        return schema;
    }

    private Map<String, Object> top(boolean inherits) {
        Map<String, Object> top = group(Shapes.variant(), inherits);
        top.put("required", inherits ? List.of("key", Inheritance.INHERITS) : List.of("key", "name"));
        if (inherits) {
            properties(top).put(Inheritance.INHERITS, parent());
        }
        return top;
    }

    private static Map<String, Object> parent() {
        return object(
                Map.of("variant", Map.of("type", "string", "pattern", KEY), "version", Map.of("type", "integer")),
                List.of("variant", "version"));
    }

    private static Map<String, Object> words() {
        Map<String, Object> text = Map.of("type", "string");
        return Map.of("oneOf", List.of(text, object(Map.of("sv", text, "en", text), List.of("sv"))));
    }

    private Map<String, Object> group(Group shape, boolean inherits) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Part part : shape.parts()) {
            Map<String, Object> value = new LinkedHashMap<>(value(part.shape(), inherits));
            value.put("description", label.apply(shape.name(), part.name()));
            properties.put(part.name(), value);
            if (part.name().equals(shape.identity()) || !inherits && mustStand(part)) {
                required.add(part.name());
            }
        }
        return object(properties, required);
    }

    /** What has no usual value that could stand in its place. */
    private static boolean mustStand(Part part) {
        return part.required()
                && switch (part.shape()) {
                    case Words words -> true;
                    case Line line -> true;
                    case Many many -> true;
                    default -> false;
                };
    }

    private Map<String, Object> value(Shape shape, boolean inherits) {
        return switch (shape) {
            case Words words -> Map.of("$ref", "#/$defs/words");
            case Line line -> line(line);
            case Whole whole -> Map.of("type", "integer", "minimum", whole.least(), "maximum", whole.most());
            case YesNo yesNo -> Map.of("type", "boolean");
            case Choice choice -> Map.of("enum", choice.values());
            case Many many -> Map.of("type", "array", "items", value(many.each(), inherits));
            case Dictionary dictionary ->
                Map.of(
                        "type", "object",
                        "propertyNames", Map.of("enum", known.roles()),
                        "additionalProperties", Map.of("$ref", "#/$defs/words"));
            case Group group -> group(group, inherits);
            case Things things -> Map.of("type", "array", "items", thing(things.each(), inherits));
        };
    }

    private Map<String, Object> line(Line line) {
        return switch (line.names()) {
            case ROLE -> Map.of("enum", known.roles());
            case SCHOOL_FORM -> Map.of("enum", known.schoolForms());
            case KEY, PHASE -> Map.of("type", "string", "pattern", KEY);
            case CODE -> Map.of("type", "string", "pattern", "^[A-Za-z][A-Za-z0-9_-]{0,59}$");
        };
    }

    private Map<String, Object> thing(Group shape, boolean inherits) {
        Map<String, Object> thing = group(shape, inherits);
        if (inherits) {
            properties(thing).put(Inheritance.REMOVED, Map.of("type", "boolean"));
            properties(thing).put(Inheritance.FIRST, Map.of("type", "boolean"));
            properties(thing).put(Inheritance.AFTER, Map.of("type", "string"));
        }
        return thing;
    }

    private static Map<String, Object> properties(Map<String, Object> object) {
        return Tree.map(object.get("properties"));
    }

    private static Map<String, Object> object(Map<String, ?> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }
}
