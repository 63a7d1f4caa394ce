package se.samverkan.organisation;

import java.time.LocalDate;
import java.util.Collection;
import se.samverkan.organisation.Particulars.DayKind;

/**
 * What the pages of areas, calendars and providers do, for other ways in than a form: done as the current actor, with that person's
 * rights, and told in the log.
 */
public interface Keeping {

    /** Adds an area with these units, by their ids, to an organiser. */
    void addArea(long organiser, String name, Collection<Long> units);

    /** Adds a provider, an agency or an office. */
    void addOrganisation(String name, OrganisationView.Sort sort);

    /** Adds a term or a holiday, both days included. */
    void addDays(long organiser, DayKind kind, String name, LocalDate first, LocalDate last);
}
