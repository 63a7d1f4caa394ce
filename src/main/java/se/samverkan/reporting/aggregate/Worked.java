package se.samverkan.reporting.aggregate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import se.samverkan.statistics.disclosure.MaskedTable;
import se.samverkan.statistics.disclosure.Place;

/**
 * What worked where, in words: for each kind of cause with each level of intervention against it, who reported, how far the signs and
 * goals of those areas had come, and what became of the interventions. In the order of the words and never of a number. What is
 * associated with something is told, and never that it helped.
 */
final class Worked {

    private final Aggregate aggregate;
    private final AggregateWords names;

    Worked(Aggregate aggregate, AggregateWords names) {
        this.aggregate = aggregate;
        this.names = names;
    }

    /** A share of 100 with its interval, as it can be drawn. */
    record Share(double low, double share, double high) {}

    List<String> answers() {
        return aggregate.table(Topic.ANSWERS).rows();
    }

    /** The tables that it is told from. */
    List<Topic> topics() {
        return Arrays.stream(Topic.values())
                .filter(Topic::isOfAnswers)
                .filter(topic -> !aggregate.table(topic).isBare())
                .toList();
    }

    String heading(String answer) {
        return names.label(Axis.ANSWER, answer);
    }

    /** What cannot be told of answers of which it says so is told once, by the first sentence. */
    List<String> sentences(String answer) {
        String told = who(answer);
        return isOfFew(answer)
                ? List.of(told)
                : List.of(
                        told,
                        share(answer, "signs", Topic.ANSWERED_SIGNS, Topic.SIGN_SHARES),
                        share(answer, "goals", Topic.ANSWERED_GOALS, Topic.GOAL_SHARES),
                        deliveries(answer),
                        names.said("worked.else", answer));
    }

    boolean isOfFew(String answer) {
        return at(Topic.ANSWERS, answer, "UNITS").isEmpty();
    }

    private String who(String answer) {
        if (isOfFew(answer)) {
            return names.said("worked.few", answer, Topic.LIMIT);
        }
        OptionalDouble organisers = at(Topic.ANSWERS, answer, "ORGANISERS");
        String units = number(Topic.ANSWERS, answer, "UNITS");
        return organisers.isPresent()
                ? names.said("worked.who", answer, units, number(Topic.ANSWERS, answer, "ORGANISERS"))
                : names.said("worked.who.few", answer, units, Topic.LIMIT);
    }

    private String share(String answer, String of, Topic counted, Topic shares) {
        if (!aggregate.table(counted).rows().contains(answer)) {
            return names.said("worked." + of + ".none", answer);
        }
        String all = number(counted, answer, Place.ALL);
        return share(shares, answer)
                .map(share -> names.said(
                        "worked." + of,
                        answer,
                        all,
                        names.percent(share.share()),
                        names.percent(share.low()),
                        names.percent(share.high()),
                        number(counted, answer, "UNKNOWN")))
                .orElseGet(() -> names.said("worked." + of + ".few", answer, all));
    }

    /** A share, where it can be shown. */
    Optional<Share> share(Topic shares, String answer) {
        OptionalDouble share = at(shares, answer, "SHARE");
        return share.isPresent() && aggregate.table(shares).rows().contains(answer)
                ? Optional.of(new Share(
                        at(shares, answer, "LOWER").orElseThrow(),
                        share.getAsDouble(),
                        at(shares, answer, "UPPER").orElseThrow()))
                : Optional.empty();
    }

    private String deliveries(String answer) {
        return names.said(
                "worked.deliveries",
                answer,
                number(Topic.DELIVERIES, answer, "DONE"),
                number(Topic.DELIVERIES, answer, "GOES_ON"),
                number(Topic.DELIVERIES, answer, "DELAYED"),
                number(Topic.DELIVERIES, answer, "CHANGED"),
                number(Topic.DELIVERIES, answer, "STOPPED"));
    }

    private OptionalDouble at(Topic topic, String answer, String column) {
        MaskedTable table = aggregate.table(topic);
        return table.at(new Place(answer, column));
    }

    private String number(Topic topic, String answer, String column) {
        return names.number(at(topic, answer, column));
    }
}
