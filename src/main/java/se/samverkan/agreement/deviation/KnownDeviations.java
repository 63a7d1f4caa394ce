package se.samverkan.agreement.deviation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.ToldDeviations;

/** Tells the rooms that report which deviations there are, as far as the actor reads them. */
@Component
class KnownDeviations implements ToldDeviations {

    private final StoredDeviations store;
    private final Rights rights;

    KnownDeviations(StoredDeviations store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> ofPartnership(long partnership) {
        return rights.allow(Verb.DRAW_UP_AGREEMENT)
                ? store.ofPartnership(partnership).stream()
                        .map(each -> new Told(
                                each.from(),
                                each.what(),
                                each.why(),
                                each.answer()
                                        .map(answer -> answer.accepted() ? "ACCEPTED" : "NOT_ACCEPTED")
                                        .orElse("WAITS")))
                        .toList()
                : List.of();
    }
}
