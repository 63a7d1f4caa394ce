package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;
import se.samverkan.notice.ToDoSource;
import se.samverkan.testing.QueryCount;
import se.samverkan.testing.Visitor;

/**
 * No page asks the database more and more as there is more to show: every page of the catalogue, with a limit for all. How
 * much waits for the reader stands in the menu of each; it is kept for some seconds, so it is asked for once before.
 */
@BrowserTest
class QuestionsPerPageTests {

    /** Naming the reader to the database and looking the session up are some of them. */
    private static final int MOST = 24;

    /** What every page asks: who reads it, and in whose name the database is asked. */
    private static final int OF_EVERY_PAGE = 6;

    private static final String NOBODY = "a[href^='/sign-in']";

    @LocalServerPort
    int port;

    @Autowired
    InventedWorld world;

    @Autowired
    List<ToDoSource> sources;

    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

    @BeforeAll
    void settle() {
        world.settle();
    }

    static Stream<PageCatalogue.Entry> pages() {
        return PageCatalogue.all().stream().filter(entry -> entry.deed() == null);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksTheDatabaseAFewTimesOnly(PageCatalogue.Entry entry) {
        Visitor visitor = visitor(entry.who());
        visitor.get("/todo");

        List<String> statements = asked(entry, visitor);
        if (statements.size() > most(entry)) {
            // Perhaps the first to read since figures changed: what is kept of them for all readers is asked once.
            statements = asked(entry, visitor);
        }

        assertThat(statements).as(entry.path()).hasSizeLessThanOrEqualTo(most(entry));
    }

    private List<String> asked(PageCatalogue.Entry entry, Visitor visitor) {
        return QueryCount.statementsOf(() -> visitor.get(world.place(entry.path())));
    }

    /** What waits for somebody is known to many rooms: one question each, however much waits. */
    private int most(PageCatalogue.Entry entry) {
        return entry.path().equals("/todo") ? Math.max(MOST, sources.size() + OF_EVERY_PAGE) : MOST;
    }

    private Visitor visitor(@org.jspecify.annotations.Nullable Role who) {
        if (who == null) {
            return new Visitor(port);
        }
        return visitors.computeIfAbsent(who, role -> {
            Visitor visitor = new Visitor(port);
            visitor.submit(
                    visitor.get("/sign-in"),
                    "form[action='/sign-in']",
                    Map.of("email", Residents.email(role), "password", Residents.PASSWORD));
            assertThat(visitor.get("/").page().select(NOBODY)).isEmpty();
            return visitor;
        });
    }
}
