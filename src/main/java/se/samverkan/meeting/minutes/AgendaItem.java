package se.samverkan.meeting.minutes;

import java.util.Optional;
import java.util.UUID;
import se.samverkan.programme.variant.Text;

/**
 * An item of a meeting's agenda.
 *
 * @param position where it stands, from 1
 * @param about what it is about in some room
 * @param common the same for the same item in all that the meeting is held as one with; empty for one of its own
 * @param version what a change names as the version it saw
 */
record AgendaItem(long id, int position, Text words, About about, Optional<UUID> common, int version) {

    /**
     * What an item is about; all empty where it is about nothing in particular.
     *
     * @param kind what kind it is, as the room calls it
     * @param name what it was called when it was linked
     */
    record About(String kind, String id, Text name, String address) {

        static final About NOTHING = new About("", "", new Text("", ""), "");

        boolean isThere() {
            return !kind.isEmpty();
        }

        String value() {
            return isThere() ? kind + ":" + id : "";
        }
    }
}
