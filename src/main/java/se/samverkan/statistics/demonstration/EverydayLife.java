package se.samverkan.statistics.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.access.ActingAs;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Keeping;
import se.samverkan.organisation.OrganisationView.Sort;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.Particulars.DayKind;
import se.samverkan.organisation.UnitView;
import se.samverkan.statistics.InventedStory;

/**
 * What invented people have written, by the same doors as the pages, so that the log tells of it as of anything else: the
 * administrator the agency and the providers, the education director the areas of the organiser and the terms and holidays
 * of one school year.
 */
@Component
class EverydayLife {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String STEP = "everyday-life";
    private static final String ORGANISATIONS = "organisations";

    private final DemonstrationSteps steps;
    private final DemonstrationPeople people;
    private final ActingAs actingAs;
    private final Directory directory;
    private final Keeping keeping;
    private final List<InventedStory> stories;
    private final Clock clock;

    EverydayLife(
            DemonstrationSteps steps,
            DemonstrationPeople people,
            ActingAs actingAs,
            Directory directory,
            Keeping keeping,
            List<InventedStory> stories,
            Clock clock) {
        this.steps = steps;
        this.people = people;
        this.actingAs = actingAs;
        this.directory = directory;
        this.keeping = keeping;
        this.stories = stories;
        this.clock = clock;
    }

    /** Each step begins as the one who does it, since the database asks who acts when a transaction begins. */
    void tell(Country country) {
        people.playing(Role.ADMINISTRATOR)
                .ifPresent(administrator -> actingAs.person(administrator, () -> {
                    steps.once(ORGANISATIONS, this::organisations);
                    return true;
                }));
        String number = country.municipal(Cast.middling(country)).number();
        directory
                .organiser(number)
                .map(OrganiserView::id)
                .ifPresent(organiser -> people.playing(Role.EDUCATION_DIRECTOR)
                        .ifPresent(director -> actingAs.person(director, () -> {
                            steps.once(STEP, () -> {
                                areas(organiser);
                                calendar(organiser);
                            });
                            return true;
                        })));
    }

    /** What happens in the rooms above, once there are figures. */
    void tellOfHigherRooms() {
        for (InventedStory story : stories) {
            people.playing(story.teller(), story.number())
                    .ifPresent(teller -> actingAs.person(teller, () -> {
                        steps.once(story.step(), story::tell);
                        return true;
                    }));
        }
    }

    private void organisations() {
        keeping.addOrganisation(Landscape.words("agency").getFirst(), Sort.AGENCY);
        keeping.addOrganisation(Landscape.words("university").getFirst(), Sort.UNIVERSITY);
        keeping.addOrganisation(Landscape.words("special").getFirst(), Sort.SPSM);
    }

    private void areas(long organiser) {
        List<UnitView> units = directory.unitsOfOrganiser(organiser);
        List<String> names = Landscape.words("area");
        List<Long> schools = ids(units, false);
        List<Long> preschools = ids(units, true);
        keeping.addArea(organiser, names.get(0), schools);
        keeping.addArea(organiser, names.get(1), preschools.subList(0, preschools.size() / 2));
        keeping.addArea(organiser, names.get(2), preschools.subList(preschools.size() / 2, preschools.size()));
    }

    private static List<Long> ids(List<UnitView> units, boolean preschools) {
        return units.stream()
                .filter(unit -> (unit.code() == null) == preschools)
                .map(UnitView::id)
                .toList();
    }

    private void calendar(long organiser) {
        int autumn = LocalDate.now(clock.withZone(SWEDEN)).minusMonths(6).getYear();
        int spring = autumn + 1;
        List<String> names = Landscape.words("days");
        String year = " " + autumn;
        keeping.addDays(organiser, DayKind.TERM, names.get(0) + year, day(autumn, 8, 18), day(autumn, 12, 18));
        keeping.addDays(organiser, DayKind.HOLIDAY, names.get(1), day(autumn, 10, 26), day(autumn, 10, 30));
        keeping.addDays(organiser, DayKind.HOLIDAY, names.get(2), day(autumn, 12, 19), day(spring, 1, 10));
        keeping.addDays(organiser, DayKind.TERM, names.get(3) + " " + spring, day(spring, 1, 11), day(spring, 6, 11));
        keeping.addDays(organiser, DayKind.HOLIDAY, names.get(4), day(spring, 2, 22), day(spring, 2, 26));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
