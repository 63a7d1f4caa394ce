package se.samverkan.access.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Verb;
import se.samverkan.organisation.AreaPlace;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Directory.UnitQuery;
import se.samverkan.organisation.OrganisationView;
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

    Places(Directory directory) {
        this.directory = directory;
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
        Stream<Place> organisers = Stream.concat(
                directory.organiser(key).stream().map(Places::place),
                directory.organisation(key).stream().map(Places::place));
        Stream<Place> units = directory.unit(key).stream().map(Places::place);
        Stream<Place> areas = sort.equals("area") && key.matches("\\d{1,18}")
                ? directory.area(Long.parseLong(key)).stream().map(Places::place)
                : Stream.empty();
        return Stream.concat(Stream.concat(organisers, units), areas)
                .filter(place -> sort.isEmpty() || place.key().startsWith(sort + ":"))
                .filter(Places::within)
                .toList();
    }

    private List<Place> called(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Place> found = new ArrayList<>(Stream.concat(
                        directory.organisers().stream().map(Places::place),
                        directory.organisations().stream().map(Places::place))
                .filter(place -> place.name().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(Places::within)
                .limit(MOST)
                .toList());
        directory.areas(text).stream().map(Places::place).filter(Places::within).forEach(found::add);
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

    /** The names of the organisations whose people the actor manages, when that is not all of them. */
    List<String> own() {
        return organisations().stream()
                .map(directory::nameOfOrganisation)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Set<Long> organisations() {
        return Actor.current().grants().within().getOrDefault(Verb.MANAGE_PEOPLE, Set.of());
    }

    private static boolean within(Place place) {
        Long organisation = place.organisation();
        return organisation != null && Actor.current().grants().hold(Verb.MANAGE_PEOPLE, organisation);
    }

    private static Place place(OrganiserView organiser) {
        return new Place("organisation:" + organiser.key(), organiser.name(), "", organiser.id(), null, null);
    }

    private static Place place(OrganisationView organisation) {
        return new Place("organisation:" + organisation.key(), organisation.name(), "", organisation.id(), null, null);
    }

    private static Place place(AreaPlace area) {
        OrganiserView organiser = area.organiser();
        return new Place("area:" + area.id(), area.name(), organiser.name(), organiser.id(), null, area.id());
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
