package se.samverkan.programme.file;

import java.util.List;
import java.util.Optional;

/**
 * What may stand at a place in a variant: the one description that reading, writing, inheriting, comparing, the published
 * schema and the forms in the browser all follow.
 */
public sealed interface Shape {

    /** Words in both languages. */
    record Words() implements Shape {}

    /** One line that is not for reading: a key, or the name of something that is known. */
    record Line(Names names) implements Shape {}

    /** A whole number. */
    record Whole(int least, int most, int usual) implements Shape {}

    /** True or false. */
    record YesNo() implements Shape {}

    /** One of a few; the first is the usual one. */
    record Choice(List<String> values) implements Shape {}

    /** Several of the same, in order; what is inherited is replaced as a whole. */
    record Many(Shape each) implements Shape {}

    /** Words by the key of what they are for. */
    record Dictionary() implements Shape {}

    /** Several fields together. */
    record Group(String name, List<Part> parts) implements Shape {

        public Optional<Part> part(String wanted) {
            return parts.stream().filter(part -> part.name().equals(wanted)).findFirst();
        }

        /** What tells one from another in a list: the first field. */
        public String identity() {
            return parts.getFirst().name();
        }
    }

    /** Several groups in order, each known by its first field. */
    record Things(Group each) implements Shape {}

    /** One field of a group. */
    record Part(String name, Shape shape, boolean required) {}

    /** What a line names. */
    enum Names {
        /** Something of the file's own. */
        KEY,
        /** A role of the system. */
        ROLE,
        /** A phase of the same variant. */
        PHASE,
        /** A form of schooling. */
        SCHOOL_FORM,
        /** A kind or condition that a later room knows. */
        CODE
    }
}
