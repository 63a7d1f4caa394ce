package se.samverkan.partnership;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A partnership that runs under the national programme, with two schools and people of both sides and of neither. */
public final class RunningCase {

    public final Cast cast;
    public final long agency;
    public final long organiser;
    public final long school;
    public final long otherSchool;
    public final long officer;
    public final long director;
    public final long coordinator;
    public final long headTeacher;
    public final long otherHeadTeacher;
    public final long stranger;
    public final long id;
    public final LocalDate today;
    private final WebApplicationContext application;

    public RunningCase(WebApplicationContext application) {
        this.application = application;
        cast = new Cast(application.getBean(TestDatabase.class));
        agency = cast.agency("Skolmyndigheten");
        organiser = cast.organisation("Provkommunen");
        school = cast.unit("Ekskolan", organiser);
        otherSchool = cast.unit("Björkskolan", organiser);
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, agency);
        director = cast.player("Ulla Utbildningschef", Role.EDUCATION_DIRECTOR, organiser);
        coordinator = cast.player("Sam Samordnare", Role.COORDINATOR, organiser);
        headTeacher = head("Rut Rektor", school);
        otherHeadTeacher = head("Rolf Rektor", otherSchool);
        stranger = cast.player("Nils Utbildningschef", Role.EDUCATION_DIRECTOR, cast.organisation("Grannkommunen"));
        today = cast.behind()
                .sql("select access.today()")
                .query(LocalDate.class)
                .single();
        id = open(organiser);
        takePart(id, school);
        takePart(id, otherSchool);
    }

    private long head(String name, long unit) {
        long person = cast.person(name, organiser);
        cast.assign(person, Role.HEAD_TEACHER, organiser, unit);
        return person;
    }

    /** One more partnership of the same agency that runs. */
    public long open(long with) {
        return cast.behind()
                .sql("""
                        insert into partnership.partnership (owner_organisation, organiser, variant, variant_version,
                            first_term, standing, told_at, made_by)
                        values (:agency, :organiser, 'sbs',
                            (select max(version) from programme.publication where variant = 'sbs'), 20264, 'RUNNING', now(),
                            :officer)
                        returning id
                        """)
                .param("agency", agency)
                .param("organiser", with)
                .param("officer", officer)
                .query(Long.class)
                .single();
    }

    public void takePart(long partnership, long unit) {
        cast.behind()
                .sql(
                        "insert into partnership.participation (partnership, unit, level, standing) values (?, ?, 'SCHOOL', 'RUNNING')")
                .params(partnership, unit)
                .update();
    }

    public void stand(String standing) {
        cast.behind()
                .sql("update partnership.partnership set standing = ? where id = ?")
                .params(standing, id)
                .update();
    }

    /** A decision that somebody made. */
    public void decided(String kind, String words) {
        cast.behind()
                .sql("insert into partnership.decision (partnership, kind, day, words, made_by) values (?, ?, ?, ?, ?)")
                .params(id, kind, today, words, officer)
                .update();
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public <T extends @Nullable Object> T as(long person, Supplier<T> deed) {
        return bean(ActingAs.class).person(person, deed);
    }

    public void does(long person, Runnable deed) {
        as(person, () -> {
            deed.run();
            return true;
        });
    }

    public Refusal refusal(long person, Runnable deed) {
        Throwable refused = Assertions.catchThrowable(() -> does(person, deed));
        Assertions.assertThat(refused).isInstanceOf(Refusal.class);
        return (Refusal) refused;
    }

    public boolean knows(long person) {
        return as(person, () -> bean(Partnerships.class).find(id).isPresent());
    }

    public String page(long person, String path) {
        return text(asks(person, MockMvcRequestBuilders.get("/partnerships/" + id + path)));
    }

    public static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a form: names and values in turn. */
    public MockHttpServletResponse sends(long person, String path, String... fields) {
        var request = MockMvcRequestBuilders.post("/partnerships/" + id + path)
                .param("once", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return asks(person, request);
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

    /** How often something is told of this partnership in an organisation's log. */
    public int told(String what, long organisation) {
        return cast.behind()
                .sql("select count(*) from records.audit_entry where what = ? and organisation = ?")
                .params(what, organisation)
                .query(Integer.class)
                .single();
    }
}
