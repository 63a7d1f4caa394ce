package se.samverkan.partnership;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.partnership.course.Steps;
import se.samverkan.partnership.course.Turning;
import se.samverkan.partnership.takeover.TakeoverDraft;
import se.samverkan.partnership.takeover.TakingOver;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** An office with a case of two schools that began last term, everybody who has a part in it, and people of neither. */
public final class CaseStage {

    public static final String VARIANT = "ksbs";

    public final Cast cast;
    public final long office;
    public final long officer;
    public final long organiser;
    public final long first;
    public final long second;
    public final long coordinator;
    public final long headTeacher;
    public final long stranger;
    public final long neighbour;
    private final WebApplicationContext application;

    public CaseStage(WebApplicationContext application) {
        this.application = application;
        cast = new Cast(application.getBean(TestDatabase.class));
        office = cast.agency("Kontoret");
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, office);
        organiser = cast.organisation("Åkommunen");
        first = cast.unit("Ekskolan", organiser);
        second = cast.unit("Björkskolan", organiser);
        coordinator = cast.player("Sam Samordnare", Role.COORDINATOR, organiser);
        headTeacher = cast.person("Rut Rektor", organiser);
        cast.assign(headTeacher, Role.HEAD_TEACHER, organiser, first);
        stranger = cast.player("Kollega", Role.PROGRAMME_OFFICER, cast.agency("Annat kontor"));
        neighbour = cast.player("Nils Samordnare", Role.COORDINATOR, cast.organisation("Grannkommunen"));
    }

    public TakeoverDraft draft() {
        Period term = Period.termOf(today()).plusTerms(-1);
        LocalDate day = term.firstDayOfTerm().plusDays(10);
        return new TakeoverDraft(
                office,
                organiser,
                VARIANT,
                term,
                day,
                Set.of(first, second),
                Map.of(phase(0).key(), day),
                new FreeText("Började i Word.", ""));
    }

    /** A case that runs, in its first phase. */
    public long taken() {
        return taken(draft());
    }

    public long taken(TakeoverDraft draft) {
        return as(officer, () -> bean(TakingOver.class).takeOver(draft));
    }

    public Variant variant() {
        return bean(TakingOver.class).variant(VARIANT);
    }

    public Phase phase(int place) {
        return variant().phases().get(place);
    }

    public PartnershipView read(long id) {
        return as(officer, () -> bean(Partnerships.class).find(id).orElseThrow());
    }

    public Steps steps() {
        return bean(Steps.class);
    }

    public LocalDate today() {
        return bean(Turning.class).today();
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public <T> T as(long person, Supplier<T> deed) {
        return bean(ActingAs.class).person(person, deed);
    }

    public void does(long person, Runnable deed) {
        as(person, () -> {
            deed.run();
            return true;
        });
    }

    public String reason(long person, Runnable deed) {
        Throwable refused = Assertions.catchThrowable(() -> does(person, deed));
        Assertions.assertThat(refused).isInstanceOf(Refusal.class);
        return ((Refusal) refused).reason();
    }

    /** How often something is told in the office's log about a case. */
    public long told(String what, long id) {
        return cast.behind()
                .sql("select count(*) from records.audit_entry where what = ? and subject_id = ? and organisation = ?")
                .params("partnership." + what, Long.toString(id), office)
                .query(Long.class)
                .single();
    }

    public String page(long person, String path) {
        MockHttpServletResponse answer = asks(person, MockMvcRequestBuilders.get("/partnerships" + path));
        Assertions.assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return text(answer);
    }

    public MockHttpServletResponse sends(long person, String path, String... fields) {
        MockHttpServletRequestBuilder form = MockMvcRequestBuilders.post("/partnerships" + path)
                .param("version", "0")
                .param("once", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return asks(person, form);
    }

    public MockHttpServletResponse asks(long person, RequestBuilder request) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        bean(ActingAs.class).actor(person).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES));
        try {
            MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(application)
                    .build()
                    .perform(request)
                    .andReturn()
                    .getResponse();
            answer.setCharacterEncoding("UTF-8");
            return answer;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    public static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
