package se.samverkan.intervention.occasion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.PlanDays;

/** The agreed occasions of the commissions that serve a plan, for the year of that plan. */
@Component
class OccasionDays implements PlanDays {

    private final StoredOccasions store;

    OccasionDays(StoredOccasions store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Planned> of(long partnership, Optional<Long> unit, LocalDate from, LocalDate to) {
        return store.ofCase(partnership, unit, midnight(from), midnight(to.plusDays(1))).stream()
                .map(each -> new Planned(each.text().day(), each.text().title(), each.address()))
                .toList();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(OccasionText.SWEDEN).toInstant();
    }
}
