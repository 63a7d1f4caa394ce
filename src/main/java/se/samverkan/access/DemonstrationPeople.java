package se.samverkan.access;

import java.util.List;

/** Where the maker of a demonstration brings its people: one per role, whom anybody at the machine may then be. */
public interface DemonstrationPeople {

    /**
     * Adds the people, each with an assignment from the first day of the demonstration.
     *
     * @throws se.samverkan.shared.Refusal when the database is not a demonstration
     */
    void create(List<DemonstrationPerson> people);
}
