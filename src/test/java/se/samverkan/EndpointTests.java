package se.samverkan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.statistics.imports.InventedFiles.school;
import static se.samverkan.statistics.imports.InventedFiles.utf8;
import static se.samverkan.statistics.imports.InventedFiles.year9;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.Invitations;
import se.samverkan.access.Role;
import se.samverkan.shared.Progress;
import se.samverkan.shared.page.Assets;
import se.samverkan.statistics.Imports;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/**
 * Every endpoint × every role × own and foreign organisation, against the list in {@code endpoints.csv}. An endpoint that
 * is not listed fails; the head of the list says how to write a line. Nothing here reaches any other machine.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.skolverket.url=http://127.0.0.1:9")
class EndpointTests {

    private static final String OPEN = "open";

    @Autowired
    WebApplicationContext application;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ActingAs acting;

    @Autowired
    Invitations invitations;

    @Autowired
    Imports imports;

    @Autowired
    Assets assets;

    @Autowired
    TestDatabase database;

    private MockMvc mvc;
    private Cast cast;
    private EndpointStage own;
    private EndpointStage foreign;
    private long chief;
    private Set<String> held;
    private final Map<Role, Long> everywhere = new HashMap<>();
    private final Map<Long, Actor> actors = new HashMap<>();

    @BeforeEach
    void setsTheStage() {
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
        cast = new Cast(database);
        chief = cast.player("Asta", Role.ADMINISTRATOR, null);
        cast.assign(chief, Role.PROGRAMME_OFFICER, null, null);
        cast.assign(chief, Role.PUBLISHER, null, null);
        own = stage("Egna ");
        foreign = stage("Andra ");
        for (String role : answers("select role from access.role where place = 'ANY'")) {
            everywhere.put(Role.valueOf(role), cast.player("Överallt", Role.valueOf(role), null));
        }
        held = answers("select role || ' ' || verb from access.permission where reach <> 'NONE'");
    }

    private EndpointStage stage(String name) {
        EndpointStage stage = new EndpointStage(cast, name + System.nanoTime(), chief);
        stage.has("fingerprint", () -> assets.root().replace("/static/", "").replace("/", ""));
        stage.has(
                "link",
                () -> acting.person(
                        chief,
                        () -> invitations.invite(cast.person("Gäst", null)).replace("/welcome/", "")));
        stage.has(
                "tried",
                () -> acting.person(
                        chief,
                        () -> imports.tryOut(
                                        new ByteArrayInputStream(export(stage.fill("{code}"))),
                                        "prov.csv",
                                        Progress.Watcher.NOBODY)
                                .id()
                                .toString()));
        return stage;
    }

    private Set<String> answers(String sql) {
        return cast.behind().sql(sql).query(String.class).set();
    }

    private static byte[] export(String code) {
        return utf8(year9(school(Integer.parseInt(code), "45;73,4;90;221,5")));
    }

    @Test
    void knowsEveryEndpoint() {
        Set<String> there = new TreeSet<>();
        for (RequestMappingInfo info :
                requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            Set<String> methods = new HashSet<>();
            info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
            for (String path : info.getPatternValues()) {
                (methods.isEmpty() ? Set.of("ANY") : methods).forEach(method -> there.add(method + " " + path));
            }
        }
        Set<String> listed = new TreeSet<>();
        EndpointLine.all().forEach(line -> listed.add(line.name()));
        Set<String> gone = new TreeSet<>(listed);
        gone.removeAll(there);
        there.removeAll(listed);

        assertThat(there)
                .as("endpoints that endpoints.csv does not list; its head says how to write a line")
                .isEmpty();
        assertThat(gone)
                .as("lines of endpoints.csv whose endpoint is not there")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> isOpenToWhomTheListSaysAndToNobodyElse() {
        return EndpointLine.all().stream()
                .filter(line -> !line.isUntried())
                .map(line -> DynamicTest.dynamicTest(line.name(), () -> tries(line)));
    }

    private void tries(EndpointLine line) throws Exception {
        Supplier<String> here = examples(line, own);
        Supplier<String> there = examples(line, foreign);
        List<String> wrong = new ArrayList<>();
        check(wrong, "public", line.open(), outcome(line, here, null));
        for (Role role : Role.values()) {
            boolean holds = line.asksForNoVerb() || held.contains(role + " " + line.verb());
            long player = own.player(role);
            check(wrong, role + " of own", holds ? line.own() : line.other(), outcome(line, here, player));
            if (line.isOfOrganisation()) {
                String expected = holds ? line.foreign() : line.other();
                check(wrong, role + " of foreign", expected, outcome(line, there, player));
            }
            Long anywhere = everywhere.get(role);
            if (anywhere != null) {
                String allowed = line.asksForNoVerb() ? line.own() : OPEN;
                check(wrong, role + " everywhere", holds ? allowed : line.other(), outcome(line, here, anywhere));
            }
        }
        assertThat(wrong).as(line.name()).isEmpty();
    }

    /** The same thing for all who only look at it, a new one for each who may change it. */
    private static Supplier<String> examples(EndpointLine line, EndpointStage stage) {
        if (!line.changesNothing()) {
            return () -> stage.fill(line.example());
        }
        String filled = stage.fill(line.example());
        return () -> filled;
    }

    private static void check(List<String> wrong, String who, String expected, String found) {
        if (!found.equals(expected)) {
            wrong.add(who + ": expected " + expected + ", found " + found);
        }
    }

    private String outcome(EndpointLine line, Supplier<String> example, @Nullable Long actor) throws Exception {
        MockHttpServletResponse answer = ask(line, example.get(), actor);
        String location = answer.getHeader("Location");
        int status = answer.getStatus();
        if (status == 401 || (location != null && location.contains("/sign-in"))) {
            return "sign-in";
        }
        return switch (status) {
            case 403 -> "refused";
            case 404 -> "hidden";
            default -> status < 500 ? OPEN : "failure " + status;
        };
    }

    private MockHttpServletResponse ask(EndpointLine line, String example, @Nullable Long actor) throws Exception {
        if (actor == null) {
            return mvc.perform(request(line, example)).andReturn().getResponse();
        }
        Actor who = actors.computeIfAbsent(actor, person -> acting.actor(person).orElseThrow());
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(who, "", AuthorityUtils.NO_AUTHORITIES));
        try {
            return mvc.perform(request(line, example)).andReturn().getResponse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static AbstractMockHttpServletRequestBuilder<?> request(EndpointLine line, String example) {
        String path = line.path();
        Map<String, String> sent = new HashMap<>();
        for (String pair : example.isEmpty() ? new String[0] : example.split("&")) {
            String[] parts = pair.split("=", 2);
            String variable = "{" + parts[0] + "}";
            if (path.contains(variable)) {
                path = path.replace(variable, parts[1]);
            } else {
                sent.put(parts[0], parts[1]);
            }
        }
        return request(HttpMethod.valueOf(line.method().replace("ANY", "GET")), path, sent);
    }

    /** What begins with @ is a file: a part of its own, or as {@code body} all that is sent. */
    private static AbstractMockHttpServletRequestBuilder<?> request(
            HttpMethod method, String path, Map<String, String> sent) {
        String file = sent.remove("file");
        String body = sent.remove("body");
        AbstractMockHttpServletRequestBuilder<?> request = file == null
                ? MockMvcRequestBuilders.request(method, path)
                : MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile("file", "prov.csv", "text/csv", content(file)));
        if (body != null) {
            request.contentType(MediaType.parseMediaType("text/csv")).content(content(body));
        }
        sent.forEach(request::param);
        return request;
    }

    private static byte[] content(String file) {
        return file.equals("@nothing") ? new byte[0] : export(file.substring(1));
    }

    /** What is sent succeeds, and is told in the log. */
    @TestFactory
    Stream<DynamicTest> leavesATrailOfEveryChange() {
        return EndpointLine.all().stream()
                .filter(EndpointLine::isTold)
                .map(line -> DynamicTest.dynamicTest(line.name(), () -> {
                    assertThat(line.send())
                            .as("what to send, so that it succeeds")
                            .isNotEmpty();
                    long before = links();

                    MockHttpServletResponse answer = ask(line, own.fill(line.send()), chief);

                    assertThat(answer.getStatus())
                            .as(answer.getContentAsString())
                            .isLessThan(400);
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
