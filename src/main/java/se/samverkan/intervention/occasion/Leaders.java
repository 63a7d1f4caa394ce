package se.samverkan.intervention.occasion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samverkan.access.Holders;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.partnership.staffing.PersonInCase;
import se.samverkan.shared.page.Option;

/** Who can lead an occasion: those who work with commissions at the provider, and the facilitators of the case for who knows it. */
@Component
class Leaders {

    private final Holders holders;
    private final CasePeople people;
    private final Names names;

    Leaders(Holders holders, CasePeople people, Names names) {
        this.holders = holders;
        this.people = people;
        this.names = names;
    }

    List<Option> of(CommissionView commission) {
        List<Long> providers = holders.of(Verb.ANSWER_COMMISSIONS, commission.provider());
        Map<Long, PersonName> called = names.of(providers);
        Stream<Option> theirs = providers.stream()
                .filter(called::containsKey)
                .map(each -> new Option(
                        Long.toString(each),
                        Objects.requireNonNull(called.get(each)).name()));
        Stream<Option> ours = people.today(commission.partnership()).stream()
                .filter(each -> each.role() == Role.PROCESS_FACILITATOR)
                .filter(each -> !providers.contains(each.person()))
                .map(Leaders::option);
        return Stream.concat(theirs, ours).distinct().toList();
    }

    private static Option option(PersonInCase person) {
        return new Option(Long.toString(person.person()), person.name().name());
    }

    /** The same clashes, with the names of who leads. */
    List<Clash> named(List<Clash> clashes) {
        Map<Long, PersonName> called = names.of(clashes.stream()
                .map(each -> Long.valueOf(each.leader()))
                .distinct()
                .toList());
        return clashes.stream()
                .map(each -> new Clash(
                        each.occasion(),
                        Objects.requireNonNullElse(called.get(Long.valueOf(each.leader())), StoredSubPlans.NOBODY)
                                .name(),
                        each.title(),
                        each.starts()))
                .toList();
    }
}
