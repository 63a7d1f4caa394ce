package se.samverkan.records.rendition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What an official document says when it is written: who speaks, what it is called, what it is filed under, and its blocks
 * in reading order. All text is plain text in the document's language; markup in it is shown as it is written. The same
 * rendition always gives the same bytes on the same release of Samverkan and Java.
 *
 * @param language the language it is written in, which also chooses the words around it: page numbers
 * @param organisation who speaks, as it signs
 * @param title what it is called, one line
 * @param lead one paragraph that says the most important thing, or empty
 * @param facts what it is filed under, such as case number, date and decider; the first one stands on every page
 * @param blocks what it says
 * @param made when it was made, as its properties tell it
 */
public record Rendition(
        Locale language,
        String organisation,
        String title,
        String lead,
        List<Fact> facts,
        List<Block> blocks,
        Instant made) {

    /** @throws IllegalArgumentException without a language, an organisation, a title or blocks, or when a heading skips a level */
    public Rendition {
        if (language.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("A document needs a language");
        }
        organisation = Plain.line(organisation, "organisation");
        title = Plain.line(title, "title");
        lead = Plain.orEmpty(lead);
        facts = List.copyOf(facts);
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("A document needs at least one block: \"" + title + "\"");
        }
        refuseSkippedLevels(blocks);
    }

    private static void refuseSkippedLevels(List<Block> blocks) {
        int level = 0;
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                if (heading.level() > level + 1) {
                    throw new IllegalArgumentException("Heading \"%s\" is of level %d but stands under level %d"
                            .formatted(heading.text(), heading.level(), level));
                }
                level = heading.level();
            }
        }
    }

    /** The language as formats write it, such as {@code sv-SE}. */
    String tag() {
        return language.toLanguageTag();
    }
}
