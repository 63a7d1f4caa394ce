package se.samverkan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.intervention.CommissionStage;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.Readers;
import se.samverkan.testing.SamverkanTest;

/** A provider's person opens every page and every API that there is, and finds nothing of what is not its own. */
@SamverkanTest
@TestPropertySource(properties = {"samverkan.test=intervention", "samverkan.skolverket.url=http://127.0.0.1:9"})
class ProviderSeesOnlyItsOwnTests {

    private static final List<String> SECRETS =
            List.of("Hemlighetsorsak", "Hemlighetsuppdrag", "Hemlighetsträff", "Hedvig Hemlig", "Hemlighetslärdom");

    @Autowired
    WebApplicationContext application;

    @Autowired
    ActingAs acting;

    private CommissionStage stage;
    private List<String> ids;

    @BeforeEach
    void aCaseWithSecrets() {
        stage = new CommissionStage(application);
        long hidden = stage.accepted("Hemlighetsuppdrag");
        stage.begin(stage.provider, hidden);
        stage.add(stage.provider, hidden, stage.occasion("Hemlighetsträff", stage.today.minusDays(3)));
        stage.propose(stage.provider, hidden);
        stage.goes(stage.answers(stage.client, hidden, "AGREE", ""));
        stage.goes(stage.roll(0, "Hedvig Hemlig"));
        long analysis = stage.stage.theCase.begun();
        long problem = stage.stage.theCase.problem(analysis, "Hemlighetsorsak");
        long lesson =
                stage.stage.lesson(stage.head, "Hemlighetslärdom", "Hemlighetsorsak", Readers.OWN, Theme.LANGUAGE);
        ids = new ArrayList<>(List.of(
                Long.toString(stage.stage.theCase.running.id),
                Long.toString(hidden),
                Long.toString(stage.occasion("Hemlighetsträff")),
                Long.toString(analysis),
                Long.toString(problem),
                Long.toString(lesson),
                Long.toString(stage.school)));
    }

    @Test
    void whateverPageItOpens() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(application).build();
        List<String> found = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        int opened = 0;
        for (EndpointLine line : EndpointLine.all()) {
            if (!line.method().equals("GET")) {
                continue;
            }
            for (String id : line.path().contains("{") ? ids : List.of("")) {
                String path = line.path().replaceAll("\\{[^}]*}", id);
                MockHttpServletResponse answer = open(mvc, path);
                if (answer.getStatus() >= 500) {
                    failed.add(path + " " + answer.getStatus());
                }
                opened += answer.getStatus() == 200 ? 1 : 0;
                answer.setCharacterEncoding("UTF-8");
                String body = answer.getContentAsString();
                SECRETS.stream().filter(body::contains).forEach(secret -> found.add(path + ": " + secret));
            }
        }
        assertThat(found).as("what a provider's person found").isEmpty();
        assertThat(failed).as("pages that failed").isEmpty();
        assertThat(opened).as("pages that were there").isGreaterThan(20);
    }

    @Test
    void whateverItSearchesCountsOrExports() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(application).build();
        List<String> found = new ArrayList<>();
        for (EndpointLine line : EndpointLine.all()) {
            if (!line.method().equals("GET") || line.path().contains("{")) {
                continue;
            }
            for (String word : List.of("Hemlighet", "Hedvig")) {
                String path = line.path() + "?q=" + word + "&words=" + word + "&name=" + word + "&typed=" + word
                        + "&partnership=" + ids.getFirst() + "&unit=" + stage.school;
                MockHttpServletResponse answer = open(mvc, path);
                String body = withoutWhatWasAsked(answer);
                SECRETS.stream().filter(body::contains).forEach(secret -> found.add(path + ": " + secret));
            }
        }
        assertThat(found).as("what a provider's person found by searching").isEmpty();
    }

    /** The words that were searched for come back in the field; what was found by them is longer. */
    private static String withoutWhatWasAsked(MockHttpServletResponse answer) throws Exception {
        answer.setCharacterEncoding("UTF-8");
        return answer.getContentAsString()
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("(?:words|q|name|typed)=[^\"<]*", "");
    }

    @Test
    void whateverFormItSendsChangesNothing() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(application).build();
        List<String> found = new ArrayList<>();
        String before = rows();
        for (EndpointLine line : EndpointLine.all()) {
            if (!line.method().equals("POST") || !line.path().contains("{")) {
                continue;
            }
            for (String id : ids.subList(0, 4)) {
                String path = line.path().replaceAll("\\{[^}]*}", id);
                MockHttpServletResponse answer = asOther(mvc, sent(path));
                if (answer.getStatus() >= 500) {
                    found.add(path + " " + answer.getStatus());
                }
                answer.setCharacterEncoding("UTF-8");
                String body = answer.getContentAsString();
                SECRETS.stream().filter(body::contains).forEach(secret -> found.add(path + ": " + secret));
            }
        }
        assertThat(found).as("what a provider's person was answered").isEmpty();
        assertThat(rows()).as("the rows of the other provider's commission").isEqualTo(before);
    }

    /** A form with what most forms want, so that it comes as far as it can. */
    private static MockHttpServletRequestBuilder sent(String path) {
        return MockMvcRequestBuilders.post(path)
                .param("once", UUID.randomUUID().toString())
                .param("version", "0")
                .param("deed", "WITHDRAW")
                .param("outcome", "CANCELLED")
                .param("deviation", "x")
                .param("answer", "YES")
                .param("reason", "x")
                .param("words", "x");
    }

    /** Everything that the secrets stand in, with its versions. */
    private String rows() {
        return stage.stage
                .theCase
                .running
                .cast
                .behind()
                .sql("""
                        select string_agg(line, E'\n' order by line) from (
                            select c::text from intervention.commission c where title like 'Hemlighet%'
                            union all select l::text from intervention.occasion_line l where title like 'Hemlighet%'
                            union all select o::text from intervention.occasion o
                            union all select v::text from intervention.plan_version v
                            union all select p::text from intervention.participant p
                            union all select m::text from intervention.material m
                            union all select l::text from intervention.lesson l where title like 'Hemlighet%'
                            union all select p::text from analysis.part p) as all_of_it(line)
                        """)
                .query(String.class)
                .single();
    }

    private MockHttpServletResponse open(MockMvc mvc, String path) throws Exception {
        return asOther(mvc, MockMvcRequestBuilders.get(path));
    }

    private MockHttpServletResponse asOther(MockMvc mvc, MockHttpServletRequestBuilder request) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        acting.actor(stage.stage.adviser).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES));
        try {
            return mvc.perform(request).andReturn().getResponse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
