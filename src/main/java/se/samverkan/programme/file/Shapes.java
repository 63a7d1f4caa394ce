package se.samverkan.programme.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.samverkan.programme.file.Shape.Choice;
import se.samverkan.programme.file.Shape.Dictionary;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Line;
import se.samverkan.programme.file.Shape.Many;
import se.samverkan.programme.file.Shape.Names;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Shape.Whole;
import se.samverkan.programme.file.Shape.Words;
import se.samverkan.programme.file.Shape.YesNo;
import se.samverkan.programme.variant.Text;
import se.samverkan.programme.variant.Variant;

/**
 * The shape of a variant, read off its records, so that a field that is added to a record is at once in the file, the schema,
 * the differences and the forms. What a record cannot say stands here: limits, what a line names, what may be left out.
 */
public final class Shapes {

    private static final Map<String, Whole> NUMBERS = Map.of(
            "terms", new Whole(1, 20, 1),
            "minutes", new Whole(1, 2_000, 60),
            "weeks", new Whole(0, 260, 0),
            "daysToAnswer", new Whole(1, 365, 30),
            "atLeast", new Whole(0, 50, 0),
            "atMost", new Whole(1, 500, 1),
            "checkpointTerms", new Whole(1, 20, 1),
            "reportTerms", new Whole(1, 20, 2),
            "yearsAfter", new Whole(0, 20, 5));

    private static final Map<String, Names> NAMES = Map.ofEntries(
            Map.entry("key", Names.KEY),
            Map.entry("role", Names.ROLE),
            Map.entry("askRole", Names.ROLE),
            Map.entry("invited", Names.ROLE),
            Map.entry("adoptedBy", Names.ROLE),
            Map.entry("phase", Names.PHASE),
            Map.entry("form", Names.SCHOOL_FORM),
            Map.entry("schoolForms", Names.SCHOOL_FORM),
            Map.entry("condition", Names.CODE),
            Map.entry("kind", Names.CODE));

    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "guide",
            "task",
            "prepare",
            "source",
            "terms",
            "choices",
            "schoolForms",
            "staffing",
            "series",
            "documents",
            "forms",
            "closing",
            "checks",
            "agenda",
            "invited");

    private static final Group VARIANT = group(Variant.class);

    private Shapes() {}

    /** A whole variant. */
    public static Group variant() {
        return VARIANT;
    }

    private static Group group(Class<?> type) {
        return new Group(
                type.getSimpleName(),
                Arrays.stream(type.getRecordComponents()).map(Shapes::part).toList());
    }

    private static Part part(RecordComponent component) {
        String name = component.getName();
        return new Part(name, shape(name, component.getGenericType()), !MAY_BE_EMPTY.contains(name));
    }

    private static Shape shape(String name, Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] of = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == Map.class ? new Dictionary() : list(shape(name, of[0]));
        }
        return single(name, (Class<?>) type);
    }

    private static Shape list(Shape each) {
        return each instanceof Group group ? new Things(group) : new Many(each);
    }

    private static Shape single(String name, Class<?> type) {
        if (type == Text.class) {
            return new Words();
        }
        if (type == String.class) {
            return new Line(Objects.requireNonNull(NAMES.get(name)));
        }
        if (type == int.class) {
            return Objects.requireNonNull(NUMBERS.get(name));
        }
        if (type == boolean.class) {
            return new YesNo();
        }
        return type.isEnum() ? new Choice(names(type)) : group(type);
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    }
}
