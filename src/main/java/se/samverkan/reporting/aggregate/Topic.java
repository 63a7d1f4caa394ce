package se.samverkan.reporting.aggregate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.samverkan.statistics.disclosure.Rule;

/** What is counted: which rows and columns a table has, and whether they add up. */
public enum Topic {
    /** The partnerships that have begun, by term and by what sort of organiser it is. */
    ORGANISERS(Axis.TERM, Axis.ORGANISER_TYPE, Adds.BOTH, Measure.COUNT),
    /** The units that take part or have, by county and level. */
    UNITS(Axis.COUNTY, Axis.LEVEL, Adds.BOTH, Measure.COUNT),
    /** Where all units stand that have been offered a place. */
    STANDINGS(Axis.STANDING, Axis.LEVEL, Adds.BOTH, Measure.COUNT),
    /** Why units said no. */
    REASONS(Axis.REASON, Axis.LEVEL, Adds.BOTH, Measure.COUNT),
    /** Which phase those that go on are in. */
    PHASES(Axis.PHASE, Axis.LEVEL, Adds.BOTH, Measure.COUNT),
    /** How many days each phase took: the median, and between what half of the units are. */
    TIMES(Axis.PHASE, Axis.QUARTILE, Adds.NONE, Measure.DAYS),
    /** How many of the staff could take part in what was done with them, and did. */
    ENGAGEMENT(Axis.TERM, Axis.STAFF, Adds.ROWS, Measure.PEOPLE),
    /** Causes of adopted analyses. */
    CAUSES(Axis.ABOUT, Axis.CHANGE, Adds.BOTH, Measure.COUNT),
    /** Interventions of plans that hold, by the cause that they answer and where they change something. */
    INTERVENTIONS(Axis.ABOUT, Axis.CHANGE, Adds.BOTH, Measure.COUNT),
    /** What providers have been asked for, by what sort of provider it is. */
    COMMISSIONS(Axis.PROVIDER, Axis.COMMISSION, Adds.BOTH, Measure.COUNT),
    /** Where the interventions stood, by their answer: what is done about what. */
    DELIVERIES(Axis.ANSWER, Axis.DELIVERY, Adds.BOTH, Measure.COUNT),
    /** Signs in plans that hold, by whom they are seen in. */
    PLANNED_SIGNS(Axis.WHOSE, Axis.SIGNS, Adds.ROWS, Measure.COUNT),
    /** Where the signs stood. */
    SIGNS(Axis.SIGN, Axis.WHOSE, Adds.BOTH, Measure.COUNT),
    /** How many organisers and units have reported on each answer. */
    ANSWERS(Axis.ANSWER, Axis.REPORTED, Adds.NONE, Measure.COUNT),
    /** Where the signs stood, by the answers that their area has; one sign can have several. */
    ANSWERED_SIGNS(Axis.ANSWER, Axis.SIGN, Adds.COLUMNS, Measure.COUNT),
    /** Of those signs, the share seen often or established. */
    SIGN_SHARES(Axis.ANSWER, Axis.SHARE, Adds.NONE, Measure.PERCENT),
    /** Where the goals stood, by the answers that their area has. */
    ANSWERED_GOALS(Axis.ANSWER, Axis.GOAL, Adds.COLUMNS, Measure.COUNT),
    /** Of the goals with figures, the share reached or on its way. */
    GOAL_SHARES(Axis.ANSWER, Axis.SHARE, Adds.NONE, Measure.PERCENT),
    /** Money against what was decided, by the year of the decision. */
    MONEY(Axis.YEAR, Axis.MONEY, Adds.ROWS, Measure.KRONOR),
    /** What may be invoiced for commissions, and what is. */
    COMMISSION_MONEY(Axis.PROVIDER, Axis.FRAME, Adds.ROWS, Measure.KRONOR);

    /** So many units or organisers there are at least behind every number that is shown. */
    public static final int LIMIT = 5;

    /** Which lines of a table are sums of the others. */
    enum Adds {
        BOTH,
        ROWS,
        COLUMNS,
        NONE
    }

    /** What a number is. */
    public enum Measure {
        COUNT,
        PEOPLE,
        DAYS,
        PERCENT,
        KRONOR
    }

    private final Axis rows;
    private final Axis columns;
    private final Adds adds;
    private final Measure measure;

    Topic(Axis rows, Axis columns, Adds adds, Measure measure) {
        this.rows = rows;
        this.columns = columns;
        this.adds = adds;
        this.measure = measure;
    }

    public Axis rows() {
        return rows;
    }

    public Axis columns() {
        return columns;
    }

    public Measure measure() {
        return measure;
    }

    boolean rowsAdd() {
        return adds == Adds.BOTH || adds == Adds.ROWS;
    }

    boolean columnsAdd() {
        return adds == Adds.BOTH || adds == Adds.COLUMNS;
    }

    /** Whether it tells what worked where: it has a page of its own, beside what cannot be read from it. */
    public boolean isOfAnswers() {
        return rows == Axis.ANSWER;
    }

    /** Whether its numbers are those of each organiser added up, so that an office's are its organisers' and the rest. */
    boolean isOfParts() {
        return measure != Measure.DAYS && measure != Measure.PERCENT;
    }

    /** Where it stands, below the page of the programme: {@code #units}, {@code /worked#answers}. */
    public String address() {
        return (isOfAnswers() ? "/worked#" : "#") + key();
    }

    /** What is masked in it. */
    public Rule rule() {
        return switch (measure) {
            case COUNT, DAYS -> Rule.ofCounts(LIMIT);
            case PEOPLE, PERCENT -> Rule.ofPeople(LIMIT);
            case KRONOR -> Rule.ofSums(LIMIT);
        };
    }

    /** What it is called in addresses and files: {@code planned-signs}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Topic> of(String key) {
        return Arrays.stream(values()).filter(topic -> topic.key().equals(key)).findFirst();
    }
}
