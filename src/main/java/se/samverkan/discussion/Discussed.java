package se.samverkan.discussion;

import java.util.Optional;

/**
 * Records of a room that can be talked about: implemented as a bean by the room, which also opens their kind to row-level
 * security with {@code discussion.open_kind} in a migration.
 */
public interface Discussed {

    /** What the room's records are called among all kinds, such as {@code agreement}. */
    String kind();

    /** A record that the actor sees and may comment on now; empty where there is none. */
    Optional<Record> find(long id);

    /**
     * A record that is talked about.
     *
     * @param id its id in its room
     * @param organisation the organisation whose log tells of what is said
     * @param name what people call it
     * @param address the path of the page where the comments stand
     */
    record Record(long id, long organisation, String name, String address) {}
}
