package se.samverkan.records.rendition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is shown on a wall and talked about: a title slide, then one thing at a time.
 *
 * @param organisation who speaks
 * @param lead what the title slide says under the title; may be empty
 */
public record Slides(
        Locale language, String organisation, String title, String lead, List<Slide> slides, Instant made) {

    public Slides {
        title = Plain.line(title, "title of slides");
        lead = Plain.orEmpty(lead);
        slides = List.copyOf(slides);
    }

    /**
     * One thing to talk about.
     *
     * @param title a sentence with the finding
     * @param figure the picture; without one the sentences have the slide to themselves
     * @param sentences what else is said, few and short
     * @param source where it comes from, small; may be empty
     */
    public record Slide(String title, Optional<Block.Figure> figure, List<String> sentences, String source) {
        public Slide {
            title = Plain.line(title, "title of a slide");
            sentences = sentences.stream()
                    .map(each -> Plain.lines(each, "sentence of a slide"))
                    .toList();
            source = Plain.orEmpty(source);
        }
    }
}
