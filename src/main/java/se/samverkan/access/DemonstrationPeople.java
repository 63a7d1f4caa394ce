package se.samverkan.access;

import java.util.List;
import java.util.Optional;

/** Where the maker of a demonstration brings its people: one per role, whom anybody at the machine may then be. */
public interface DemonstrationPeople {

    /**
     * Adds the people, each with an assignment from the first day of the demonstration.
     *
     * @throws se.samverkan.shared.Refusal when the database is not a demonstration
     */
    void create(List<DemonstrationPerson> people);

    /** The id of the invented person who has a role, once the people are there. */
    default Optional<Long> playing(Role role) {
        return playing(role, 0);
    }

    /** The same where several play a role, by a number from 0. */
    Optional<Long> playing(Role role, int number);
}
