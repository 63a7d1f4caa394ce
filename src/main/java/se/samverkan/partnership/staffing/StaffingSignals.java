package se.samverkan.partnership.staffing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CaseSignals;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;

/** What is loose in the staffing of a partnership: how many places are empty, and working groups without a teacher. */
@Component
class StaffingSignals implements CaseSignals {

    private final CasePeople people;
    private final Needs needs;

    StaffingSignals(CasePeople people, Needs needs) {
        this.people = people;
        this.needs = needs;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signal> of(PartnershipView partnership) {
        String path = "/partnerships/" + partnership.id() + "/people";
        List<Need> all = needs.of(partnership, people.all(partnership.id()));
        long missing = all.stream().mapToLong(Need::missing).sum();
        Stream<Signal> empty = missing == 0
                ? Stream.empty()
                : Stream.of(new Signal("partnership.staffing.signal.missing", List.of(missing), path));
        Stream<Signal> groups = all.stream()
                .filter(Need::lacksTeacher)
                .map(Need::unit)
                .flatMap(Optional::stream)
                .map(Participant::name)
                .map(unit -> new Signal("partnership.staffing.signal.no-teacher", List.of(unit), path));
        return Stream.concat(empty, groups).toList();
    }
}
