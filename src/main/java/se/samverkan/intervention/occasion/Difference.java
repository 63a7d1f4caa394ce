package se.samverkan.intervention.occasion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.shared.page.Words;

/**
 * How an occasion differs between the plan that holds and a proposal.
 *
 * @param title what it is called, in the proposal where it is there
 * @param fields what is changed; empty for what is new or taken away
 */
record Difference(Kind kind, String title, Instant starts, List<Field> fields) {

    /** What a proposal does to an occasion. */
    enum Kind {
        NEW,
        CHANGED,
        GONE
    }

    /** @param name the name of the field, whose label the message files have */
    record Field(String name, Object before, Object after) {

        static String said(Object value, Words words) {
            return switch (value) {
                case Instant moment -> words.moment(moment);
                case Boolean yes -> words.text(yes ? "intervention.yes" : "intervention.no");
                default -> value.toString();
            };
        }
    }

    /** Everything that differs; nothing where both say the same. */
    static List<Difference> between(Optional<PlanVersion> holding, PlanVersion proposal) {
        List<Occasion> before = holding.map(PlanVersion::occasions).orElse(List.of());
        return Stream.concat(
                        proposal.occasions().stream()
                                .flatMap(now -> of(holding.flatMap(each -> each.find(now.id())), now).stream()),
                        before.stream()
                                .filter(each -> proposal.find(each.id()).isEmpty())
                                .map(each -> new Difference(
                                        Kind.GONE,
                                        each.text().title(),
                                        each.text().starts(),
                                        List.of())))
                .toList();
    }

    private static Optional<Difference> of(Optional<Occasion> before, Occasion now) {
        OccasionText text = now.text();
        if (before.isEmpty()) {
            return Optional.of(new Difference(Kind.NEW, text.title(), text.starts(), List.of()));
        }
        List<Field> fields = fields(before.get(), now);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(Kind.CHANGED, text.title(), text.starts(), fields));
    }

    private static List<Field> fields(Occasion before, Occasion now) {
        OccasionText was = before.text();
        OccasionText is = now.text();
        List<Field> all = new ArrayList<>(List.of(
                new Field("occasion-title", was.title(), is.title()),
                new Field("starts", was.starts(), is.starts()),
                new Field("minutes", was.minutes(), is.minutes()),
                new Field("place", was.place(), is.place()),
                new Field("remote", was.remote(), is.remote()),
                new Field("occasion-content", was.content(), is.content()),
                new Field("participants", was.participants(), is.participants()),
                new Field("preparation", was.preparation(), is.preparation()),
                new Field("between-work", was.betweenWork(), is.betweenWork()),
                new Field("leader", before.ledBy(), now.ledBy())));
        all.removeIf(each -> Objects.equals(each.before(), each.after()));
        return all;
    }
}
