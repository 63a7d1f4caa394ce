package se.samverkan.notice;

import java.util.List;

/**
 * What waits for people in a room: implemented as a bean by every room in which something can wait. Asked for the current
 * actor on every page, for the number in the menu: one cheap question to the database, and none at all for somebody who
 * holds no verb that anything could wait for.
 */
public interface ToDoSource {

    /** What waits for the actor now, under the actor's own row-level security, in any order. */
    List<ToDo> mine();

    /**
     * Whether things of this room could wait for the actor at all, now or later: who has such a room meets the to-do list
     * first. A question of rights, not of rows.
     */
    default boolean concernsActor() {
        return !mine().isEmpty();
    }

    /** What the actor has done lately, for a room that wants it to stay a while, folded away. */
    default List<ToDo> done() {
        return List.of();
    }
}
