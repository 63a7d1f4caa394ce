package se.samverkan.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that has happened and that people, and their organisations' own systems, are to be told. It holds ids only:
 * whoever is told opens them with the own rights, so nothing here is personal or secret.
 *
 * @param kind what happened, by room and deed: {@code selection.decision-shared}
 * @param urgency how soon people are told
 * @param people the ids of those who are told; each once, and not the one who did it
 * @param organisations the ids of those organisations whose systems may be told
 * @param about which records it is about: what each is, and its id
 */
public record Notice(
        String kind,
        Urgency urgency,
        Collection<Long> people,
        Collection<Long> organisations,
        Map<String, String> about) {

    private static final Pattern KIND = Pattern.compile("[a-z]+(\\.[a-z]+(-[a-z]+)*)+");
    private static final Pattern ID = Pattern.compile("[\\w.:-]{1,64}");

    public Notice {
        people = Set.copyOf(people);
        organisations = Set.copyOf(organisations);
        about = Map.copyOf(about);
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("no kind of notice: " + kind);
        }
        about.forEach((what, id) -> {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("a notice holds ids only, not this " + what);
            }
        });
    }

    /** One of a single organisation. */
    public Notice(String kind, Urgency urgency, Collection<Long> people, long organisation, Map<String, String> about) {
        this(kind, urgency, people, List.of(organisation), about);
    }
}
