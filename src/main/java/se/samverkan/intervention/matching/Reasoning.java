package se.samverkan.intervention.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import se.samverkan.intervention.catalogue.EntryDraft;
import se.samverkan.intervention.catalogue.EntryView;
import se.samverkan.intervention.catalogue.EvidenceBase;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.matching.Reason.Kind;
import se.samverkan.organisation.search.TextIndex;
import se.samverkan.shared.Period;

/**
 * Why entries answer to a need. Plain sums of plain reasons: whoever reads the reasons can do the sum. It proposes, people
 * choose.
 */
final class Reasoning {

    /** So many words in common say as much as a theme. */
    static final int TELLING_WORDS = 2;

    private final Need need;
    private final Set<String> stems;
    private final Map<Long, Long> usedBy;

    /** @param usedBy how many other units have chosen each entry, by its id */
    Reasoning(Need need, Map<Long, Long> usedBy) {
        this.need = need;
        this.stems = Set.copyOf(need.stems());
        this.usedBy = usedBy;
    }

    /** The entries that answer, those with the weightiest reasons first. */
    List<Match> of(List<EntryView> entries, Set<Long> chosen) {
        return entries.stream()
                .map(entry -> new Match(entry, reasons(entry), chosen.contains(entry.id())))
                .filter(match -> answers(match) || match.chosen())
                .sorted(Comparator.comparingInt(Match::weight)
                        .reversed()
                        .thenComparing(match -> match.entry().id()))
                .toList();
    }

    private static boolean answers(Match match) {
        return match.reasons().stream()
                .anyMatch(each -> each.kind() == Kind.THEME
                        || each.kind() == Kind.WORDS && each.details().size() >= TELLING_WORDS);
    }

    private List<Reason> reasons(EntryView entry) {
        EntryDraft offer = entry.offer();
        List<Reason> reasons = new ArrayList<>();
        Set<Theme> shared = EnumSet.noneOf(Theme.class);
        shared.addAll(offer.themes());
        shared.retainAll(need.themes());
        if (!shared.isEmpty()) {
            reasons.add(new Reason(Kind.THEME, List.copyOf(shared)));
        }
        List<String> words = TextIndex.wordsWithStems(offer.title(), stems);
        if (!words.isEmpty()) {
            reasons.add(new Reason(Kind.WORDS, List.copyOf(words)));
        }
        if (need.level() != null && offer.levels().contains(need.level())) {
            reasons.add(Reason.of(Kind.LEVEL, need.level()));
        }
        if (!offer.schoolForms().isEmpty() && !need.forms().isEmpty()) {
            reasons.add(Reason.of(Kind.FORM));
        }
        reasons.add(place(offer));
        room(offer, reasons);
        long used = Objects.requireNonNullElse(usedBy.get(entry.id()), 0L);
        if (used > 0) {
            reasons.add(Reason.of(Kind.USED, used));
        }
        if (offer.base() == EvidenceBase.RESEARCH && !offer.research().isEmpty()) {
            reasons.add(Reason.of(Kind.RESEARCH));
        }
        reasons.sort(Comparator.comparing(Reason::kind));
        return reasons;
    }

    private Reason place(EntryDraft offer) {
        if (offer.places().isEmpty() || offer.places().contains(need.municipality())) {
            return Reason.of(Kind.HERE);
        }
        if (!Collections.disjoint(offer.places(), need.neighbours())) {
            return Reason.of(Kind.COUNTY);
        }
        return Reason.of(offer.remote() ? Kind.REMOTE : Kind.FAR);
    }

    /** The first term ahead with room; full where every term that is told of is. */
    private void room(EntryDraft offer, List<Reason> reasons) {
        boolean told = false;
        for (Period term : need.terms()) {
            OptionalInt groups = offer.roomIn(term);
            told |= groups.isPresent();
            if (groups.orElse(0) > 0) {
                reasons.add(Reason.of(Kind.ROOM, term, groups.getAsInt()));
                return;
            }
        }
        if (told) {
            reasons.add(Reason.of(Kind.FULL));
        }
    }
}
