package se.samverkan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.Role;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/**
 * Every endpoint × every role × own and foreign organisation, against the list in {@code endpoints.csv}. An endpoint that
 * is not listed fails; the head of the file says how to write a line.
 */
@SamverkanTest
class EndpointTests {

    private static final String OPEN = "open";
    private static final String HIDDEN = "hidden";
    private static final String REFUSED = "refused";
    private static final String SIGN_IN = "sign-in";
    private static final int COLUMNS = 9;

    @Autowired
    WebApplicationContext application;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    private MockMvc mvc;
    private Cast cast;
    private Stage own;
    private Stage foreign;
    private long chief;
    private final Map<Long, Actor> actors = new HashMap<>();

    /** A line of the list. */
    private record Line(
            String method,
            String path,
            String verb,
            String open,
            String own,
            String foreign,
            String other,
            String example,
            String send) {

        static Line of(String text) {
            String[] cells = Arrays.stream(text.split(";", -1)).map(String::strip).toArray(String[]::new);
            assertThat(cells).as(text).hasSize(COLUMNS);
            return new Line(
                    cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]);
        }

        boolean isOfOrganisation() {
            return !foreign.equals("-");
        }
    }

    /** An organisation with its unit, a person of its own, and somebody for every role. */
    private final class Stage {

        private final long organisation;
        private final long unit;
        private final Map<Role, Long> players = new LinkedHashMap<>();

        Stage(String name) {
            organisation = cast.organisation(name);
            unit = cast.unit(name + "s skola", organisation);
            for (Role role : Role.values()) {
                long player = cast.person(role.name(), organisation);
                boolean atUnit = Set.of(Role.HEAD_TEACHER, Role.WORKING_GROUP, Role.STAFF)
                        .contains(role);
                cast.assign(player, role, organisation, atUnit ? unit : null);
                players.put(role, player);
            }
        }

        /** What the braces of an example stand for; made anew each time, so that one request does not spoil the next. */
        String fill(String example) {
            String filled = example.replace("{organisation}", key("organisation", organisation))
                    .replace("{unit}", key("unit", unit));
            if (filled.contains("{person}") || filled.contains("{assignment}")) {
                long person = cast.person("Någon", organisation);
                long assignment = cast.assign(person, Role.COORDINATOR, organisation, null);
                filled = filled.replace("{person}", Long.toString(person))
                        .replace("{assignment}", Long.toString(assignment));
            }
            if (filled.contains("{leaver}")) {
                long leaver = cast.person("Slutar", organisation);
                cast.behind().sql("update access.person set left_on = '2024-06-30' where id = ?").param(leaver).update();
                filled = filled.replace("{leaver}", Long.toString(leaver));
            }
            if (filled.contains("{removed}")) {
                long removed = cast.person("Borttagen", organisation);
                long assignment = cast.assign(removed, Role.COORDINATOR, organisation, null);
                cast.behind().sql("update access.person set deleted_at = now() where id = ?").param(removed).update();
                cast.behind().sql("update access.assignment set deleted_at = now() where id = ?").param(assignment).update();
                filled = filled.replace("{removed}", Long.toString(removed))
                        .replace("{removed-assignment}", Long.toString(assignment));
            }
            if (filled.contains("{area}")) {
                filled = filled.replace("{area}", Long.toString(kept("area (name, ", "('Område " + System.nanoTime() + "', ")));
            }
            if (filled.contains("{calendar}")) {
                filled = filled.replace(
                        "{calendar}",
                        Long.toString(kept(
                                "calendar_day (kind, name, first_day, last_day, ",
                                "('HOLIDAY', 'Höstlov', '2026-10-26', '2026-10-30', ")));
            }
            if (filled.contains("{succession}")) {
                long other = cast.unit("Annan skola", organisation);
                filled = filled.replace(
                        "{succession}",
                        Long.toString(kept(
                                "succession (kind, predecessor, successor, happened_on, ",
                                "('MERGED', " + other + ", " + unit + ", '2025-07-01', ")));
            }
            if (filled.contains("{token}")) {
                filled = filled.replace("{token}", Long.toString(token()));
            }
            return filled.replace("{any}", Long.toString(System.nanoTime()))
                    .replace("{soon}", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        }

        private long kept(String table, String values) {
            return cast.behind()
                    .sql("insert into organisation." + table + "owner_organisation, organiser, visibility) values " + values
                            + organisation + ", " + organisation + ", 'PUBLIC') returning id")
                    .query(Long.class)
                    .single();
        }

        private long token() {
            return cast.behind()
                    .sql("""
                            insert into access.api_token (person, name, prefix, digest, scope, request, made_by, ends_on)
                            values (:person, 'prov', 'prov', sha256(gen_random_uuid()::text::bytea), '{READ_AUDIT}',
                                gen_random_uuid(), :person, access.today() + 10) returning id
                            """)
                    .param("person", cast.person("Nyckelägare", organisation))
                    .query(Long.class)
                    .single();
        }

        private String key(String table, long id) {
            return cast.behind()
                    .sql("select key from organisation." + table + " where id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
        }
    }

    @BeforeEach
    void setsTheStage() {
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
        actors.clear();
        cast = new Cast(database);
        own = new Stage("Egna " + System.nanoTime());
        foreign = new Stage("Andra " + System.nanoTime());
        chief = cast.player("Asta", Role.ADMINISTRATOR, null);
    }

    private static List<Line> lines() {
        try (var in = EndpointTests.class.getResourceAsStream("/endpoints.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void knowsEveryEndpoint() {
        Set<String> there = new TreeSet<>();
        for (RequestMappingInfo info : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            Set<String> methods = new HashSet<>();
            info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
            for (String path : info.getPatternValues()) {
                (methods.isEmpty() ? Set.of("ANY") : methods).forEach(method -> there.add(method + " " + path));
            }
        }
        Set<String> listed = new TreeSet<>();
        lines().forEach(line -> listed.add(line.method() + " " + line.path()));
        Set<String> gone = new TreeSet<>(listed);
        gone.removeAll(there);
        there.removeAll(listed);

        assertThat(there)
                .as("endpoints that endpoints.csv does not list; its head says how to write a line")
                .isEmpty();
        assertThat(gone).as("lines of endpoints.csv whose endpoint is not there").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> isOpenToWhomTheListSaysAndToNobodyElse() {
        return lines().stream()
                .filter(line -> !line.open().startsWith("untried:"))
                .map(line -> DynamicTest.dynamicTest(line.method() + " " + line.path(), () -> tries(line)));
    }

    private void tries(Line line) throws Exception {
        List<String> wrong = new ArrayList<>();
        check(wrong, "public", line.open(), outcome(line, own, null));
        for (Role role : Role.values()) {
            boolean holds = line.verb().equals("-") || holds(role, line.verb());
            check(wrong, role + " of own", holds ? line.own() : line.other(), outcome(line, own, own.players.get(role)));
            if (line.isOfOrganisation()) {
                String expected = holds ? line.foreign() : line.other();
                check(wrong, role + " of foreign", expected, outcome(line, foreign, own.players.get(role)));
            }
        }
        assertThat(wrong).as(line.method() + " " + line.path()).isEmpty();
    }

    private static void check(List<String> wrong, String who, String expected, String found) {
        if (!found.startsWith(expected)) {
            wrong.add(who + ": expected " + expected + ", found " + found);
        }
    }

    private boolean holds(Role role, String verb) {
        return cast.behind()
                .sql("select reach <> 'NONE' from access.permission where role = ? and verb = ?")
                .params(role.name(), verb)
                .query(Boolean.class)
                .single();
    }

    private String outcome(Line line, Stage stage, @Nullable Long actor) throws Exception {
        MockHttpServletResponse answer = ask(line, stage.fill(line.example()), actor);
        String location = answer.getHeader("Location");
        int status = answer.getStatus();
        if (status == 401 || (location != null && location.contains("/sign-in"))) {
            return SIGN_IN;
        }
        return switch (status) {
            case 403 -> REFUSED;
            case 404 -> HIDDEN;
            default -> status < 500 ? OPEN : "failure " + status;
        };
    }

    private MockHttpServletResponse ask(Line line, String example, @Nullable Long actor) throws Exception {
        String path = line.path();
        List<String[]> parameters = new ArrayList<>();
        for (String pair : example.isEmpty() ? new String[0] : example.split("&")) {
            String[] parts = pair.split("=", 2);
            String variable = "{" + parts[0] + "}";
            if (path.contains(variable)) {
                path = path.replace(variable, parts[1]);
            } else {
                parameters.add(parts);
            }
        }
        HttpMethod method = HttpMethod.valueOf(line.method().equals("ANY") ? "GET" : line.method());
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, path);
        parameters.forEach(parts -> request.param(parts[0], parts[1]));
        if (actor == null) {
            return mvc.perform(request).andReturn().getResponse();
        }
        Actor who = actors.computeIfAbsent(
                actor, person -> acting.actor(person).orElseThrow());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        who, "", AuthorityUtils.NO_AUTHORITIES));
        try {
            return mvc.perform(request).andReturn().getResponse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** A change that succeeds is told in the log; a line that says why it is not begins with a sign of its own. */
    @TestFactory
    Stream<DynamicTest> leavesATrailOfEveryChange() {
        return lines().stream()
                .filter(line -> !Set.of("GET", "ANY").contains(line.method()))
                .filter(line -> !line.send().startsWith("untold:"))
                .map(line -> DynamicTest.dynamicTest(line.method() + " " + line.path(), () -> {
                    assertThat(line.send()).as("what to send, so that it succeeds").isNotEmpty();
                    long before = links();

                    MockHttpServletResponse answer = ask(line, own.fill(line.send()), chief);

                    assertThat(answer.getStatus()).as(answer.getContentAsString()).isLessThan(400);
                    assertThat(links()).isGreaterThan(before);
                }));
    }

    private long links() {
        return cast.behind()
                .sql("select coalesce(sum(last_position), 0) from records.audit_chain")
                .query(Long.class)
                .single();
    }
}
