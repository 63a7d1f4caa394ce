package se.samverkan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.Role;
import se.samverkan.analysis.AnalysisStage;
import se.samverkan.testing.SamverkanTest;

/**
 * Every endpoint of an analysis × every role: open to the people of its unit, and not there for anybody else, whatever role they
 * have wherever. {@link EndpointTests} lets a role everywhere in everywhere; a unit's draft lets nobody in so.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class AnalysisEndpointTests {

    private static final Set<String> MADE_FIRST =
            Set.of("{number}", "{opening}", "{suggestion}", "{indicator}", "{term}", "{upper}");

    @Autowired
    WebApplicationContext application;

    private MockMvc mvc;
    private AnalysisStage stage;
    private Map<String, String> values;
    private List<Long> outsiders;
    private final Map<Long, Actor> actors = new HashMap<>();

    @BeforeEach
    void anAnalysisAndEverybodyElse() {
        mvc = MockMvcBuilders.webAppContextSetup(application).build();
        stage = new AnalysisStage(application);
        long id = stage.begun();
        long problem = stage.problem(id, "Många når inte målen");
        long cause = stage.cause(id, "Vi börjar om varje höst", problem);
        values = new LinkedHashMap<>(Map.of(
                "{id}", Long.toString(id),
                "{form}", "analysis",
                "{part}", Long.toString(problem),
                "{cause}", Long.toString(cause),
                "{upper}", Long.toString(problem),
                "{number}", "1",
                "{opening}", "1",
                "{suggestion}", "1",
                "{format}", "pdf",
                "{term}", "20264"));
        values.put("{indicator}", "1");
        outsiders = everybodyElse();
    }

    private List<Long> everybodyElse() {
        List<Long> people = new ArrayList<>(List.of(
                stage.running.otherHeadTeacher,
                stage.running.officer,
                stage.running.stranger,
                stage.staff,
                stage.facilitator,
                stage.analyst,
                stage.researcher));
        long foreign = stage.running.cast.organisation("Grannkommunen");
        long school = stage.running.cast.unit("Granskolan", foreign);
        Set<String> anywhere = stage.running
                .cast
                .behind()
                .sql("select role from access.role where place = 'ANY'")
                .query(String.class)
                .set();
        for (Role role : Role.values()) {
            boolean atUnit =
                    Set.of(Role.HEAD_TEACHER, Role.WORKING_GROUP, Role.STAFF).contains(role);
            long there = stage.running.cast.person(role + " där", foreign);
            stage.running.cast.assign(there, role, foreign, atUnit ? school : null);
            people.add(there);
            people.add(stage.running.cast.player(role + " på myndigheten", role, stage.running.agency));
            if (anywhere.contains(role.name())) {
                people.add(stage.running.cast.player(role + " överallt", role, null));
            }
        }
        return people;
    }

    private static Stream<EndpointLine> lines() {
        return EndpointLine.all().stream()
                .filter(line -> line.path().startsWith("/analyses/{id}"))
                .filter(line -> !line.path().contains("/matches"));
    }

    @TestFactory
    Stream<DynamicTest> isNotThereForAnybodyElse() {
        return lines().map(line -> DynamicTest.dynamicTest(line.name(), () -> {
            MockHttpServletResponse visitor = ask(line, null);
            assertThat(visitor.getStatus() == 401
                            || String.valueOf(visitor.getHeader("Location")).contains("/sign-in"))
                    .as("a visitor: " + visitor.getStatus())
                    .isTrue();
            for (long person : outsiders) {
                assertThat(ask(line, person).getStatus()).as("person " + person).isIn(403, 404);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> isThereForThePeopleOfItsUnit() {
        return lines().filter(EndpointLine::changesNothing)
                .filter(line -> MADE_FIRST.stream().noneMatch(line.path()::contains))
                .map(line -> DynamicTest.dynamicTest(
                        line.name(),
                        () -> assertThat(ask(line, stage.running.headTeacher).getStatus())
                                .isLessThan(500)
                                .isNotIn(401, 403, 404)));
    }

    @Test
    void knowsTheEndpointsOfTheRoom() {
        assertThat(lines()).hasSizeGreaterThan(30);
    }

    private MockHttpServletResponse ask(EndpointLine line, @Nullable Long person) throws Exception {
        String path = line.path();
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace(value.getKey(), value.getValue());
        }
        if (person != null) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            actors.computeIfAbsent(
                                    person,
                                    id -> stage.bean(ActingAs.class).actor(id).orElseThrow()),
                            "",
                            AuthorityUtils.NO_AUTHORITIES));
        }
        try {
            return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(line.method()), path)
                            .param("kind", "PROBLEM")
                            .param("to", "1")
                            .param("version", "0")
                            .param("once", UUID.randomUUID().toString()))
                    .andReturn()
                    .getResponse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
