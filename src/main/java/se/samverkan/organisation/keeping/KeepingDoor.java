package se.samverkan.organisation.keeping;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Keeping;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.Particulars.DayKind;

/** Lets other rooms in by the same doors as the pages. */
@Component
class KeepingDoor implements Keeping {

    private final Areas areas;
    private final Calendars calendars;
    private final Organisations organisations;

    KeepingDoor(Areas areas, Calendars calendars, Organisations organisations) {
        this.areas = areas;
        this.calendars = calendars;
        this.organisations = organisations;
    }

    @Override
    public void addArea(long organiser, String name, Collection<Long> units) {
        areas.add(organiser, name, units);
    }

    @Override
    public void addOrganisation(String name, OrganisationView.Sort sort) {
        organisations.add(name, sort);
    }

    @Override
    public void addDays(long organiser, DayKind kind, String name, LocalDate first, LocalDate last) {
        calendars.add(organiser, kind, name, first, last);
    }
}
