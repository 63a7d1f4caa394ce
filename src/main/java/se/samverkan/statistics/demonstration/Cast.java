package se.samverkan.statistics.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.DemonstrationPerson;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.statistics.demonstration.School.Kind;

/**
 * The people of the demonstration: one per role and a second assessor, since two must assess, with invented names. Those of an organiser and of a school are all of
 * the same municipality, one of middling size, so that their views of the same school can be compared.
 */
@Component
class Cast {

    static final String STEP = "people";
    /** Far enough from the first of a role to be called something else. */
    private static final int SECOND = 7;

    private final DemonstrationPeople people;
    private final Directory directory;

    Cast(DemonstrationPeople people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    void enter(Country country) {
        Town town = middling(country);
        Owner owner = country.municipal(town);
        Optional<Long> organiser = directory.organiser(owner.number()).map(OrganiserView::id);
        Optional<Long> school = country.schools(town).stream()
                .filter(each -> each.kind() == Kind.COMPULSORY && each.owner().equals(owner))
                .findFirst()
                .flatMap(each -> directory.unit(each.key()))
                .map(UnitView::id);
        List<DemonstrationPerson> cast = new ArrayList<>();
        for (Role role : Role.values()) {
            cast.add(person(country, role, 0, organiser.orElse(null), school.orElse(null)));
        }
        cast.add(person(country, Role.ASSESSOR, SECOND, null, null));
        people.create(cast);
    }

    /** The municipality they all are of. */
    static Town middling(Country country) {
        return country.towns().stream()
                .sorted(Comparator.comparingDouble(Town::weight))
                .skip(country.towns().size() * 3L / 4)
                .findFirst()
                .orElseThrow();
    }

    private static DemonstrationPerson person(
            Country country, Role role, int number, @Nullable Long organiser, @Nullable Long school) {
        List<String> first = Landscape.words("first");
        List<String> last = Landscape.words("last");
        int chosen = Math.floorMod(country.seed() + role.ordinal() + number, first.size());
        String name = first.get(chosen) + " " + last.get((role.ordinal() + number) % last.size());
        return switch (role) {
            case HEAD_TEACHER, WORKING_GROUP, STAFF -> new DemonstrationPerson(name, role, null, school);
            case EDUCATION_DIRECTOR, COORDINATOR, AREA_HEAD, REGISTRAR, ARCHIVIST ->
                new DemonstrationPerson(name, role, organiser, null);
            default -> new DemonstrationPerson(name, role, null, null);
        };
    }
}
