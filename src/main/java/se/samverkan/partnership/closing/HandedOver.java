package se.samverkan.partnership.closing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.ClosingCondition;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;

/**
 * The condition {@code handed-over}: for every unit that runs it is planned what lives on, who owns it and when it is looked
 * at; at the unit itself, or for all of them together.
 */
@Component
class HandedOver implements ClosingCondition {

    private final StoredClosings store;

    HandedOver(StoredClosings store) {
        this.store = store;
    }

    @Override
    public String condition() {
        return "handed-over";
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Outcome> of(PartnershipView partnership) {
        List<LivesOn> planned = store.livesOn(partnership.id());
        String path = "/partnerships/" + partnership.id() + "/closing#lives-on";
        if (planned.isEmpty()) {
            return Optional.of(
                    Outcome.of(List.of(new Remains("partnership.closing.remains.nothing", List.of(), path))));
        }
        boolean all = planned.stream().anyMatch(each -> each.unit().isEmpty());
        return Optional.of(Outcome.of(partnership.units().stream()
                .filter(unit -> unit.standing() == Standing.RUNNING && !all)
                .filter(unit -> planned.stream().noneMatch(each -> each.unit().equals(Optional.of(unit.unit()))))
                .map(unit -> new Remains("partnership.closing.remains.unit", List.of(unit.name()), path))
                .toList()));
    }
}
