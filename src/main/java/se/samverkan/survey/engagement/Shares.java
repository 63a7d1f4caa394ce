package se.samverkan.survey.engagement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samverkan.survey.question.Result;
import se.samverkan.survey.question.Result.Shown;
import se.samverkan.survey.question.Suppression;

/**
 * How large a share of each work team took part: only of teams with five people or more, and of no others that could be
 * worked out from the rest. A share is told in tenths and never as nobody or everybody, since that would say of each person
 * what only they may say.
 */
final class Shares {

    private static final Suppression TEAMS = new Suppression(Suppression.LEAST);

    private Shares() {}

    /**
     * A share.
     *
     * @param team the work team, empty for all pedagogical staff
     */
    record Share(String team, int people, int tookPart) {

        /** Whole tens of percent, between ten and ninety. */
        int tens() {
            return (int) Math.clamp(Math.round(10.0 * tookPart / people) * 10, 10, 90);
        }

        /** Whether hardly anybody or nearly everybody did, which is all that is said then: a key's ending. */
        String words() {
            double share = (double) tookPart / people;
            return share < 0.1 ? "few" : share > 0.9 ? "nearly-all" : "about";
        }

        boolean isHardlyAnybody() {
            return words().equals("few");
        }

        boolean isEverybody() {
            return team.isEmpty();
        }
    }

    /** @return all pedagogical staff first, then the teams that may be shown by name; nothing of fewer than five */
    static List<Share> of(Map<String, Integer> people, Map<String, Integer> tookPart) {
        List<Shown> groups = new ArrayList<>();
        new TreeMap<>(people)
                .forEach((team, many) ->
                        groups.add(new Shown(team, many, List.of(Math.min(many, tookPart.getOrDefault(team, 0))))));
        return TEAMS.shown(groups).stream()
                .map(each ->
                        new Share(each.group(), each.answered(), each.counts().getFirst()))
                .sorted(Comparator.comparing((Share each) -> !each.team().equals(Result.EVERYBODY)))
                .toList();
    }
}
