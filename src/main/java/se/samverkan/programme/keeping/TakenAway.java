package se.samverkan.programme.keeping;

import java.util.Map;

/**
 * Something that was taken away from a list in a draft.
 *
 * @param id its id; 0 before it is kept
 * @param at the path of what the list is in
 * @param list the name of the list
 * @param place where it stood in it, from 0
 * @param thing what it said
 */
public record TakenAway(long id, String at, String list, int place, Map<String, Object> thing) {

    /** A draft without something, and what that was. */
    public record Without(Map<String, Object> whole, TakenAway taken) {}
}
