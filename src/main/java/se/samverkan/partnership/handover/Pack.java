package se.samverkan.partnership.handover;

import java.util.List;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.page.Page;

/**
 * What a handover tells, as it was when it was made; kept as it is and never filled in anew.
 *
 * @param organiser what the organiser was called
 * @param leaver what the one who leaves was called
 * @param place the name of the unit that the role is for; empty for the partnership as a whole
 * @param sections what it tells, under the headings of those who told it
 */
public record Pack(String organiser, String leaver, String place, List<Section> sections) {

    /**
     * A part of it.
     *
     * @param key the key of its heading
     */
    public record Section(String key, List<Line> lines) {}

    /**
     * One thing that is told.
     *
     * @param day the day that it is about, as {@code 2027-03-12}; empty where there is none
     * @param key a sentence of the message files, told first; may be empty
     * @param words the room's own words, in both languages
     * @param about a unit or a role that it is about; may be empty
     */
    public record Line(String day, String key, Text words, String about) {

        /** The sentence and the words, in the reader's language. */
        public String says(Page page) {
            String own = words.in(page.locale());
            if (key.isEmpty() || own.isEmpty()) {
                return key.isEmpty() ? own : page.text(key);
            }
            return page.text(key) + ": " + own;
        }
    }
}
