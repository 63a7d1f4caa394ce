package se.samverkan.evaluation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samverkan.selection.EvaluableRounds.Placed;
import se.samverkan.selection.EvaluableRounds.Threshold;
import se.samverkan.shared.Period;

/** The units of a round, or of several, as the files that methods read; in the order of the units' other names. */
final class RoundFiles {

    private final RoundData data;

    RoundFiles(RoundData data) {
        this.data = data;
    }

    /**
     * {@code id,pair,offered,outcome,took_part}: the outcome is the change since before the support, empty where it is masked.
     *
     * @param doses hours per person by unit, as a column more; nobody where they are not asked for
     */
    String pairs(Followed followed, Optional<Map<Long, Double>> doses) {
        return table(
                "id,pair,offered,outcome,took_part" + (doses.isPresent() ? ",dose" : ""),
                data.allotment().units().stream()
                        .map(each -> String.join(
                                        ",",
                                        data.name(each.unit()),
                                        data.match(each),
                                        each.offered() ? "1" : "0",
                                        change(followed, each.unit()),
                                        each.took() ? "1" : "0")
                                + doses.map(known -> "," + dose(known, each.unit()))
                                        .orElse("")));
    }

    private static String change(Followed followed, long unit) {
        return followed.isWhole(unit) ? Double.toString(followed.change(unit).low()) : "";
    }

    private static String dose(Map<Long, Double> doses, long unit) {
        Double dose = doses.get(unit);
        return dose == null ? "" : dose.toString();
    }

    private static String table(String header, Stream<String> rows) {
        return header + "\n" + rows.sorted().collect(Collectors.joining("\n")) + "\n";
    }

    /** {@code id,cluster,dose,outcome} of those that were offered support, their organisers the clusters. */
    String doses(Followed followed, Map<Long, Double> doses) {
        return table(
                "id,cluster,dose,outcome",
                data.allotment().units().stream()
                        .filter(Placed::offered)
                        .map(each -> String.join(
                                ",",
                                data.name(each.unit()),
                                data.organiser(each),
                                dose(doses, each.unit()),
                                change(followed, each.unit()))));
    }

    /**
     * {@code id,score,outcome}: how far each lies over the threshold that decided, and its change.
     *
     * @param earlier the figure of the year before the support instead of the change: nothing should jump there
     */
    String threshold(Followed followed, boolean earlier) {
        Threshold threshold = data.allotment().threshold().orElseThrow();
        return table(
                "id,score,outcome",
                threshold.scores().entrySet().stream()
                        .map(each -> String.join(
                                ",",
                                data.name(each.getKey()),
                                each.getValue().subtract(threshold.at()).toPlainString(),
                                earlier
                                        ? followed.value(
                                                        each.getKey(),
                                                        data.plan().before())
                                                .map(Object::toString)
                                                .orElse("")
                                        : change(followed, each.getKey()))));
    }

    /** {@code unit,subgroup,side}: in which of the plan's subgroups each unit is, upper or lower. */
    String sides() {
        return table(
                "unit,subgroup,side",
                data.members().stream()
                        .map(RoundData.Member::unit)
                        .flatMap(unit -> data.subgroups().stream()
                                .filter(division -> division.upper().contains(unit)
                                        || division.lower().contains(unit))
                                .map(division -> String.join(
                                        ",",
                                        data.name(unit),
                                        division.by(),
                                        division.upper().contains(unit) ? "upper" : "lower"))));
    }

    /** {@code unit,period,outcome,treated_from}: periods by the year that they begin in. */
    String panel(Followed followed) {
        List<String> rows = new ArrayList<>();
        for (RoundData.Member member : data.members()) {
            for (Period period : followed.periods()) {
                rows.add(String.join(
                        ",",
                        data.name(member.unit()),
                        Integer.toString(period.year()),
                        followed.value(member.unit(), period)
                                .map(Object::toString)
                                .orElse(""),
                        member.offered() ? Integer.toString(member.start()) : ""));
            }
        }
        return table("unit,period,outcome,treated_from", rows.stream());
    }
}
