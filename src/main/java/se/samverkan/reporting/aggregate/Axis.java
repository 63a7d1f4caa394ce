package se.samverkan.reporting.aggregate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    INTERVENTIONS("INTERVENTIONS");

    /** Where nobody has said which. */
    public static final String NONE = "NONE";

    private final List<String> keys;

    Axis(String... keys) {
        this.keys = List.of(keys);
    }

    /** Its keys in their order: all that it always has, and then what else there is; where nobody has said, last. */
    List<String> keys(Collection<String> found) {
        List<String> all = new ArrayList<>(keys);
        new TreeSet<>(found)
                .stream().filter(key -> !all.contains(key) && !key.equals(NONE)).forEach(all::add);
        if (found.contains(NONE)) {
            all.add(NONE);
        }
        return all;
    }

    /** Whether its rows can be put in the order of a number; time goes on as it does. */
    public boolean isTime() {
        return this == TERM || this == YEAR;
    }
}
