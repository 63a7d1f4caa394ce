package se.samverkan.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Role;
import se.samverkan.statistics.InventedFigures;

/**
 * Every page of the application, by the address at which the tests' invented country shows it. A page that is not here
 * has not been tried: a new page is a new line.
 */
final class PageCatalogue {

    /**
     * A page to visit.
     *
     * @param name what its files are called
     * @param path its address
     * @param who the role of the person who visits it, or null for somebody who is not signed in
     * @param status what it answers
     */
    record Entry(String name, String path, @Nullable Role who, int status) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String ORGANISER = "/organisers/" + InventedWorld.ORGANISER;

    private PageCatalogue() {}

    static List<Entry> all() {
        return List.of(
                open("start", "/"),
                signedIn("start-administrator", "/", Role.ADMINISTRATOR),
                open("about", "/about"),
                open("accessibility", "/accessibility"),
                open("problem-type", "/problems/stale"),
                refused("not-found", "/no/such/page", null, 404),
                open("sign-in", "/sign-in"),
                open("search", "/search?q=sko"),
                open("search-misspelled", "/search?q=pohittade+sklan"),
                open("search-nothing", "/search?q=xyzzyx"),
                open("schools", "/schools"),
                open("unit", "/units/" + InventedFigures.school(0)),
                open("unit-upper-secondary", "/units/" + InventedFigures.gymnasium(0)),
                open("unit-preschool", "/units/" + InventedFigures.preschool(0)),
                open("indicator", "/units/" + InventedFigures.school(0) + "/indicators/gr9-merit"),
                signedIn("unit-administrator", "/units/" + InventedFigures.school(0), Role.ADMINISTRATOR),
                open("organiser", ORGANISER),
                open("municipality", "/municipalities/" + InventedWorld.MUNICIPALITY),
                open("country", "/country"),
                open("areas", ORGANISER + "/areas"),
                signedIn("areas-administrator", ORGANISER + "/areas", Role.ADMINISTRATOR),
                signedIn("area", ORGANISER + "/areas/1", Role.ADMINISTRATOR),
                open("calendar", ORGANISER + "/calendar"),
                signedIn("calendar-administrator", ORGANISER + "/calendar", Role.ADMINISTRATOR),
                signedIn("calendar-new", ORGANISER + "/calendar/new", Role.ADMINISTRATOR),
                signedIn("organisations", "/organisations", Role.ADMINISTRATOR),
                signedIn("organisations-new", "/organisations/new", Role.ADMINISTRATOR),
                signedIn("bin", ORGANISER + "/bin", Role.ADMINISTRATOR),
                open("succession", "/units/" + InventedFigures.school(0) + "/succession"),
                signedIn(
                        "succession-new",
                        "/units/" + InventedFigures.school(0) + "/succession/new",
                        Role.ADMINISTRATOR),
                signedIn("me", "/me", Role.HEAD_TEACHER),
                signedIn("imports", "/imports", Role.ADMINISTRATOR),
                signedIn("tokens", "/tokens", Role.ADMINISTRATOR),
                signedIn("tokens-new", "/tokens/new", Role.ADMINISTRATOR),
                signedIn("audit", "/audit", Role.ADMINISTRATOR),
                signedIn("rights", "/rights", Role.ADMINISTRATOR),
                signedIn("person-departure", "/people/2/departure", Role.ADMINISTRATOR),
                signedIn("people", "/people", Role.ADMINISTRATOR),
                signedIn("people-new", "/people/new", Role.ADMINISTRATOR),
                signedIn("person", "/people/2", Role.ADMINISTRATOR),
                signedIn("person-role", "/people/2/assignments/new", Role.ADMINISTRATOR),
                refused("people-refused", "/people", Role.STAFF, 403));
    }

    private static Entry open(String name, String path) {
        return new Entry(name, path, null, 200);
    }

    private static Entry signedIn(String name, String path, Role who) {
        return new Entry(name, path, who, 200);
    }

    private static Entry refused(String name, String path, @Nullable Role who, int status) {
        return new Entry(name, path, who, status);
    }
}
