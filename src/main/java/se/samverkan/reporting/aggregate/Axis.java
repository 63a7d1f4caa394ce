package se.samverkan.reporting.aggregate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the rows or the columns of a table are: keys in their order, or those that there are. */
public enum Axis {
    TERM,
    YEAR,
    COUNTY,
    PHASE,
    ORGANISER_TYPE("MUNICIPAL", "INDEPENDENT", "REGION", "STATE"),
    LEVEL("SCHOOL", "PRESCHOOL", "ORGANISER"),
    STANDING("OFFERED", "ACCEPTED", "RUNNING", "PAUSED", "COMPLETED", "LEFT", "DECLINED", "LAPSED", "WITHDRAWN"),
    QUARTILE("LOWER", "MEDIAN", "UPPER"),
    REASON("TIME", "RESOURCES", "OTHER_SUPPORT", "REORGANISATION", "OWN_WORK", "OTHER"),
    ABOUT("ORGANISATION", "TEACHING", "FOLLOW_UP", "FREE"),
    CHANGE("ORGANISER", "LEADERSHIP", "TEACHING"),
    WHOSE("PUPILS", "TEACHERS", "LEADERS"),
    SIGN("NOT_YET", "SOMETIMES", "OFTEN", "ESTABLISHED"),
    DELIVERY("GOES_ON", "DONE", "DELAYED", "CHANGED", "STOPPED"),
    MONEY("DECIDED", "REQUISITION", "PAYMENT", "ACCOUNT", "REPAYMENT"),
    STAFF("COULD", "TOOK_PART"),
    SIGNS("SIGNS"),
    PROVIDER("UNIVERSITY", "SPSM", "MUNICIPAL_SUPPORT", "AGENCY", "PRIVATE"),
    COMMISSION("GIVEN", "COUNTERED", "ACCEPTED", "DECLINED", "WITHDRAWN"),
    FRAME("FRAME", "INVOICED"),
    REPORTED("ORGANISERS", "UNITS"),
    GOAL("REACHED", "TOWARDS", "NOT_TOWARDS", "UNKNOWN"),
    SHARE("LOWER", "SHARE", "UPPER"),
    /** What is done about what: the kind of a cause and the level of an intervention against it, {@code TEACHING.LEADERSHIP}. */
    ANSWER;

    /** Where nobody has said which. */
    public static final String NONE = "NONE";

    private final List<String> keys;

    Axis(String... keys) {
        this.keys = List.of(keys);
    }

    /**
     * Its keys in their order: all that it always has, and then what else there is; where nobody has said, last. Answers are those that
     * there are, in the order of their causes and then of their levels.
     */
    List<String> keys(Collection<String> found) {
        if (this == ANSWER) {
            return found.stream()
                    .sorted(Comparator.comparing((String answer) -> ABOUT.place(cause(answer)))
                            .thenComparing(answer -> CHANGE.place(level(answer))))
                    .toList();
        }
        List<String> all = new ArrayList<>(keys);
        new TreeSet<>(found)
                .stream().filter(key -> !all.contains(key) && !key.equals(NONE)).forEach(all::add);
        if (found.contains(NONE)) {
            all.add(NONE);
        }
        return all;
    }

    private int place(String key) {
        int place = keys.indexOf(key);
        return place < 0 ? keys.size() : place;
    }

    /** Every answer that there can be. */
    static List<String> answers() {
        Set<String> none = Set.of(NONE);
        return ABOUT.keys(none).stream()
                .flatMap(about -> CHANGE.keys(none).stream().map(change -> about + "." + change))
                .toList();
    }

    /** What the cause of an answer is about. */
    static String cause(String answer) {
        return answer.substring(0, answer.indexOf('.'));
    }

    /** The level on which an answer changes something. */
    static String level(String answer) {
        return answer.substring(answer.indexOf('.') + 1);
    }

    /** Whether its rows stand as they do, and in the order of no number: time goes on, and answers are never ranked. */
    public boolean isFixed() {
        return this == TERM || this == YEAR || this == ANSWER;
    }
}
