package se.samverkan.access.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Directory.UnitQuery;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;

/**
 * Finds the place that somebody means by what they typed: a name, a number, or a school unit code. Whoever manages
 * people in own organisations only is shown no other places.
 */
@Component
class Places {

    private static final int MOST = 12;

    private final Directory directory;
    private final JdbcClient database;

    Places(Directory directory, JdbcClient database) {
        this.directory = directory;
        this.database = database;
    }

    /** The places that a text can mean: one when it is clear, several to choose from, none when nothing is called so. */
    List<Place> meant(String typed) {
        String text = typed.strip();
        List<Place> exact = exactly(text);
        return exact.isEmpty() ? called(text) : exact;
    }

    private List<Place> exactly(String text) {
        int colon = text.indexOf(':');
        String sort = colon < 0 ? "" : text.substring(0, colon);
        String key = text.substring(colon + 1);
        Stream<Place> organisers = directory.organiser(key).stream().map(Places::place);
        Stream<Place> units = directory.unit(key).stream().map(Places::place);
        Stream<Place> areas = sort.equals("area") ? areas("", key).stream() : Stream.empty();
        return Stream.concat(Stream.concat(organisers, units), areas)
                .filter(place -> sort.isEmpty() || place.key().startsWith(sort + ":"))
                .filter(Places::within)
                .toList();
    }

    private List<Place> called(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Place> found = new ArrayList<>(directory.organisers().stream()
                .filter(organiser -> organiser.name().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Places::place)
                .filter(Places::within)
                .limit(MOST)
                .toList());
        areas(text, "").stream().filter(Places::within).forEach(found::add);
        directory.search(new UnitQuery(text, null, null, null), 0, 200).units().stream()
                .map(Places::place)
                .filter(Places::within)
                .limit(MOST)
                .forEach(found::add);
        List<Place> same = found.stream()
                .filter(place -> place.name().equalsIgnoreCase(text))
                .toList();
        return same.size() == 1 ? same : found.subList(0, Math.min(found.size(), MOST));
    }

    /** Areas are few, and chosen by their name. */
    private List<Place> areas(String text, String key) {
        return database.sql("""
                        select a.id, a.name, a.organiser, o.name as organiser_name
                        from organisation.area a join organisation.organisation o on o.id = a.organiser
                        where a.deleted_at is null and position(lower(:text) in lower(a.name)) > 0
                          and (:key = '' or a.id::text = :key)
                        order by a.name collate "sv-SE-x-icu", a.id limit 12
                        """)
                .param("text", text)
                .param("key", key)
                .query((row, n) -> new Place(
                        "area:" + row.getLong("id"),
                        row.getString("name"),
                        row.getString("organiser_name"),
                        row.getLong("organiser"),
                        null,
                        row.getLong("id")))
                .list();
    }

    /** The organisations whose people the actor manages, when that is not all of them. */
    List<OrganiserView> own() {
        return organisations().stream()
                .map(directory::organiserById)
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    private static Set<Long> organisations() {
        return Actor.current().grants().within().getOrDefault(Verb.MANAGE_PEOPLE, Set.of());
    }

    private static boolean within(Place place) {
        Long organisation = place.organisation();
        return organisation != null && Actor.current().grants().hold(Verb.MANAGE_PEOPLE, organisation);
    }

    static Place place(OrganiserView organiser) {
        return new Place("organisation:" + organiser.key(), organiser.name(), "", organiser.id(), null, null);
    }

    private static Place place(UnitView unit) {
        return new Place(
                "unit:" + unit.key(),
                unit.name(),
                unit.organiser().name(),
                unit.organiser().id(),
                unit.id(),
                null);
    }
}
