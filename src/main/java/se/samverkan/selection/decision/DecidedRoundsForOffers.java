package se.samverkan.selection.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.DecidedRounds;
import se.samverkan.selection.allotment.Allotted;
import se.samverkan.selection.decision.OfferList.Reason;
import se.samverkan.selection.decision.OfferList.Replacement;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** What the decision of a round and its reserves come to, told in ids to the room where offers live. */
@Component
class DecidedRoundsForOffers implements DecidedRounds {

    private final SelectionRounds rounds;
    private final Reserves reserves;
    private final JdbcClient database;

    DecidedRoundsForOffers(SelectionRounds rounds, Reserves reserves, JdbcClient database) {
        this.rounds = rounds;
        this.reserves = reserves;
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Decided> all() {
        if (!rounds.concernActor()) {
            return List.of();
        }
        Set<Long> decided = database.sql("select round from selection.decision")
                .query(Long.class)
                .set();
        return rounds.rounds().stream()
                .filter(round -> decided.contains(round.id()))
                .map(DecidedRoundsForOffers::told)
                .toList();
    }

    private static Decided told(RoundView round) {
        return new Decided(
                round.id(),
                round.name(),
                round.purpose(),
                round.variant(),
                round.cohort(),
                round.owner(),
                round.isPreparedByReader());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Place> toOffer(long round) {
        OfferList offers = offers(round);
        return offers.allotment().units().stream()
                .map(each -> each.unit().form())
                .distinct()
                .flatMap(form -> offers.standing(form).stream())
                .map(each -> new Place(each.unit().unit(), offers.isCalled(each)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Reserve> reserves(long round, Collection<Long> leaving) {
        OfferList offers = offers(round);
        Map<Long, Reserve> found = new HashMap<>();
        leaving.forEach(unit -> reserve(offers, unit).ifPresent(reserve -> found.put(unit, reserve)));
        return found;
    }

    private static Optional<Reserve> reserve(OfferList offers, long unit) {
        Optional<Replacement> replaced = offers.replacements().stream()
                .filter(each -> each.unit() == unit)
                .findFirst();
        if (replaced.isPresent()) {
            return replaced.get().reserve().map(reserve -> new Reserve(reserve, true));
        }
        return offers.find(unit)
                .filter(leaving -> offers.standing(leaving.unit().form()).contains(leaving))
                .flatMap(offers::next)
                .map(next -> new Reserve(next.unit().unit(), false));
    }

    @Override
    @Transactional
    public Optional<Long> takeIn(long round, long unit, Left why, String note) {
        Optional<Allotted> reserve = reserves.replace(round, unit, Reason.valueOf(why.name()), new FreeText(note, ""));
        return reserve.map(each -> each.unit().unit());
    }

    private OfferList offers(long round) {
        return reserves.offers(round).orElseThrow(Refusal::notSeen);
    }
}
