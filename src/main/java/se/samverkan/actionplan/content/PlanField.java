package se.samverkan.actionplan.content;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a part says beside its sentence and its words; which there are depends on what it is. */
public enum PlanField {
    PROBLEM(Type.WORDS, PlanPartKind.AREA),
    EVIDENCE(Type.WORDS, PlanPartKind.AREA),
    EFFECT(Type.WORDS, PlanPartKind.AREA),
    /** What a cause is about, as the analysis says it. */
    ABOUT(List.of("ORGANISATION", "TEACHING", "FOLLOW_UP", "FREE"), PlanPartKind.CAUSE),
    /** Which part of a school it is for, where it is not for all of it: the preschool class and the after-school centre have their own. */
    CONCERNS(List.of("SCHOOL", "PRESCHOOL_CLASS", "AFTER_SCHOOL"), PlanPartKind.GOAL),
    HORIZON(List.of("SHORT", "LONG"), PlanPartKind.GOAL),
    /** The code of a published indicator. */
    INDICATOR(Type.REFERENCE, PlanPartKind.GOAL),
    /** What a scale of one's own counts. */
    SCALE(Type.LINE, PlanPartKind.GOAL),
    BETTER(List.of("HIGHER", "LOWER"), PlanPartKind.GOAL),
    BASELINE(Type.NUMBER, PlanPartKind.GOAL),
    /** The period that a frozen baseline speaks of, by its key; no one writes it. */
    BASELINE_PERIOD(Type.FROZEN, PlanPartKind.GOAL),
    /** The number of the last import that was known when the baseline was frozen; no one writes it. */
    BASELINE_IMPORT(Type.FROZEN, PlanPartKind.GOAL),
    TARGET(Type.NUMBER, PlanPartKind.GOAL, PlanPartKind.MILESTONE),
    BY(Type.DAY, PlanPartKind.GOAL),
    WHOSE(List.of("PUPILS", "TEACHERS", "LEADERS"), PlanPartKind.SIGN),
    SEEN_BY(Type.LINE, PlanPartKind.SIGN),
    WHERE(Type.LINE, PlanPartKind.SIGN),
    HOW(Type.LINE, PlanPartKind.SIGN, PlanPartKind.FOLLOW_UP),
    TERM(Type.TERM, PlanPartKind.MILESTONE, PlanPartKind.SIGN, PlanPartKind.FOLLOW_UP),
    /** The cause that an intervention answers. */
    ANSWERS(Type.REFERENCE, PlanPartKind.INTERVENTION),
    /** Who does what differently on a Monday morning. */
    MONDAY(Type.WORDS, PlanPartKind.INTERVENTION),
    LEVEL(List.of("ORGANISER", "LEADERSHIP", "TEACHING"), PlanPartKind.INTERVENTION),
    FORM(Type.LINE, PlanPartKind.INTERVENTION),
    ACTORS(Type.LINE, PlanPartKind.INTERVENTION),
    /** Who gives it; empty where it is the own staff. */
    PROVIDER(Type.LINE, PlanPartKind.INTERVENTION),
    RESPONSIBLE_ROLE(Type.LINE, PlanPartKind.INTERVENTION),
    RESPONSIBLE(Type.REFERENCE, PlanPartKind.INTERVENTION),
    FIRST(Type.TERM, PlanPartKind.INTERVENTION, PlanPartKind.OTHER_WORK),
    LAST(Type.TERM, PlanPartKind.INTERVENTION, PlanPartKind.OTHER_WORK),
    /** The intervention that must come before. */
    AFTER(Type.REFERENCE, PlanPartKind.INTERVENTION),
    /** Hours of the staff in all, each term. */
    HOURS(Type.NUMBER, PlanPartKind.INTERVENTION),
    /** What it costs in all, in kronor. */
    COST(Type.NUMBER, PlanPartKind.INTERVENTION),
    BASIS(List.of("RESEARCH", "PROVEN_EXPERIENCE"), PlanPartKind.INTERVENTION),
    BRIEF(Type.WORDS, PlanPartKind.INTERVENTION),
    SOURCE(Type.LINE, PlanPartKind.INTERVENTION),
    WHO(Type.LINE, PlanPartKind.FOLLOW_UP, PlanPartKind.OTHER_WORK);

    /** What can stand in it. */
    public enum Type {
        LINE,
        WORDS,
        NUMBER,
        DAY,
        /** A term, by the key of its period. */
        TERM,
        CHOICE,
        /** Something else that exists: another part, a person, an indicator. */
        REFERENCE,
        FROZEN
    }

    private final Type type;
    private final List<String> choices;
    private final Set<PlanPartKind> kinds;

    PlanField(Type type, PlanPartKind... kinds) {
        this.type = type;
        this.choices = List.of();
        this.kinds = EnumSet.copyOf(Arrays.asList(kinds));
    }

    PlanField(List<String> choices, PlanPartKind... kinds) {
        this.type = Type.CHOICE;
        this.choices = choices;
        this.kinds = EnumSet.copyOf(Arrays.asList(kinds));
    }

    public Type type() {
        return type;
    }

    public boolean is(Type wanted) {
        return type == wanted;
    }

    public List<String> choices() {
        return choices;
    }

    public boolean isOf(PlanPartKind kind) {
        return kinds.contains(kind);
    }

    /** Whether people write freely in it. */
    public boolean isWritten() {
        return type == Type.LINE || type == Type.WORDS;
    }

    /** Whether the short forms ask for it at once; what they do not is folded away under the rest. */
    public boolean isAskedFirst() {
        return switch (this) {
            case EFFECT, ABOUT, SCALE, BETTER, BASELINE, TARGET, BY, WHOSE, HOW, TERM, ANSWERS, MONDAY -> true;
            case RESPONSIBLE, FIRST, LAST, WHO -> true;
            default -> false;
        };
    }

    /** What it is called in a form and in the message files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those of a kind, in the order in which they are asked. */
    public static List<PlanField> of(PlanPartKind kind) {
        return Arrays.stream(values()).filter(field -> field.isOf(kind)).toList();
    }
}
