package se.samverkan.analysis.version;

import java.util.List;
import java.util.Optional;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Link;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.priority.Place;

/**
 * All that an analysis says at one moment.
 *
 * @param order the places of areas in the decided order
 * @param answers the guiding questions that have been answered
 */
record Frozen(List<FrozenPart> parts, List<Link> links, List<Place> order, List<FrozenAnswer> answers) {

    /** A part as it was; a published figure stands in its title. */
    record FrozenPart(
            long id,
            PartKind kind,
            int number,
            String sort,
            String level,
            String heard,
            String title,
            String words,
            String source) {

        static FrozenPart of(Part part) {
            return new FrozenPart(
                    part.id(),
                    part.kind(),
                    part.number(),
                    part.sort(),
                    part.level(),
                    part.heard(),
                    part.title(),
                    part.words(),
                    part.source());
        }

        private Part part() {
            return new Part(
                    id, kind, number, sort, level, heard, title, words, source, 0, Optional.empty(), Optional.empty());
        }
    }

    /** An answer with its question, as it was asked in Swedish. */
    record FrozenAnswer(String form, String field, String question, String words) {

        String key() {
            return form + "-" + field;
        }
    }

    static Frozen of(Chain chain, List<Place> order, List<FrozenAnswer> answers) {
        return new Frozen(chain.parts().stream().map(FrozenPart::of).toList(), chain.links(), order, answers);
    }

    /** The same, with other parts. */
    Frozen of(Chain chain) {
        return of(chain, order, answers);
    }

    Chain chain() {
        return new Chain(parts.stream().map(FrozenPart::part).toList(), links);
    }
}
