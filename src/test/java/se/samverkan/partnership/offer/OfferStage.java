package se.samverkan.partnership.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import se.samverkan.partnership.Standing;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** An organiser with two schools, everybody who can be asked there, an office that makes offers, and people of neither. */
public final class OfferStage {

    /** Needs a yes from two people, and no selection round. */
    public static final String TWO = "ksbs";

    public final Cast cast;
    public final long office;
    public final long officer;
    public final long organiser;
    public final long first;
    public final long second;
    public final long director;
    public final long coordinator;
    public final long areaHead;
    public final long headTeacher;
    public final long otherHeadTeacher;
    public final long neighbour;
    private final WebApplicationContext application;

    public OfferStage(WebApplicationContext application) {
        this.application = application;
        cast = new Cast(application.getBean(TestDatabase.class));
        office = cast.agency("Utbildningskontoret");
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, office);
        organiser = cast.organisation("Provkommunen");
        first = cast.unit("Ekskolan", organiser);
        second = cast.unit("Björkskolan", organiser);
        director = cast.player("Ulla Utbildningschef", Role.EDUCATION_DIRECTOR, organiser);
        coordinator = cast.player("Sam Samordnare", Role.COORDINATOR, organiser);
        areaHead = cast.person("Gun Grundskolechef", organiser);
        behind("""
                with made as (
                    insert into organisation.area (owner_organisation, organiser, name)
                    values (%1$d, %1$d, 'Norra') returning id
                ), placed as (
                    insert into organisation.area_unit (area, unit, owner_organisation, organiser)
                    select id, unit, %1$d, %1$d from made, unnest('{%2$d,%3$d}'::bigint[]) as unit
                )
                insert into access.assignment (person, role, organisation, area, valid_from)
                select %4$d, 'AREA_HEAD', %1$d, id, '2020-01-01' from made
                """.formatted(organiser, first, second, areaHead));
        headTeacher = headOf("Rut Rektor", first);
        otherHeadTeacher = headOf("Rolf Rektor", second);
        neighbour = cast.player("Nils Utbildningschef", Role.EDUCATION_DIRECTOR, cast.organisation("Grannkommunen"));
    }

    private long headOf(String name, long unit) {
        long person = cast.person(name, organiser);
        cast.assign(person, Role.HEAD_TEACHER, organiser, unit);
        return person;
    }

    public List<Long> strangers() {
        return List.of(
                neighbour,
                cast.player("Kollega", Role.PROGRAMME_OFFICER, cast.agency("Annat kontor")),
                cast.player("Asta", Role.ADMINISTRATOR, organiser),
                cast.player("Stina", Role.REGISTRAR, organiser));
    }

    /** A variant that is asked for in the order of these roles. */
    public String variant(String key, Role... roles) {
        String approvals = Stream.of(roles)
                .map(role -> "{\"role\": \"" + role + "\", \"mandate\": false}")
                .collect(Collectors.joining(", ", "[", "]"));
        String unique = key + "-" + UUID.randomUUID().toString().substring(0, 8);
        behind("""
                insert into programme.variant (key, name_sv, name_en, position) values ('%1$s', 'Påhittat', 'Invented', 9);
                insert into programme.version (variant, version, content, whole)
                select '%1$s', 1, '{}', jsonb_set(jsonb_set(whole, '{key}', '"%1$s"'), '{entry,approvals}', '%2$s')
                from programme.version where variant = 'ksbs' order by version desc limit 1;
                insert into programme.publication (variant, version, reason) values ('%1$s', 1, 'Prov');
                """.formatted(unique, approvals));
        return unique;
    }

    public OfferDraft draft(String variant, long... units) {
        return new OfferDraft(
                office,
                organiser,
                variant,
                Optional.empty(),
                java.util.Arrays.stream(units).boxed().collect(Collectors.toSet()),
                Optional.empty(),
                Period.parse("HT27"),
                today().plusDays(20),
                new FreeText("Tryggheten har gått ned.", ""),
                new FreeText("", ""));
    }

    public long made(OfferDraft draft) {
        return as(officer, () -> making().make(draft));
    }

    /** A sent offer of both schools. */
    public long sent(String variant) {
        return sent(draft(variant, first, second));
    }

    public long sent(OfferDraft draft) {
        long id = made(draft);
        does(officer, () -> bean(OfferSending.class).send(id, 0));
        return id;
    }

    public void says(long person, long offer, Answer... answers) {
        says(person, offer, Mandate.NONE, answers);
    }

    public void says(long person, long offer, Mandate mandate, Answer... answers) {
        does(person, () -> answering().answer(offer, List.of(answers), mandate));
    }

    public Offer read(long person, long offer) {
        return as(person, () -> bean(Offers.class).offer(offer));
    }

    public Offer read(long offer) {
        return read(officer, offer);
    }

    public Standing standing(long offer, long unit) {
        return read(offer).unit(key(unit)).orElseThrow().standing();
    }

    public String key(long unit) {
        return cast.behind()
                .sql("select key from organisation.unit where id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    public OfferMaking making() {
        return bean(OfferMaking.class);
    }

    public OfferAnswering answering() {
        return bean(OfferAnswering.class);
    }

    public LocalDate today() {
        return bean(Offers.class).today();
    }

    /** The last day was yesterday. */
    public void passDay(long offer) {
        behind("update partnership.offer set last_day = access.today() - 1 where id = " + offer);
    }

    public void behind(String sql) {
        cast.behind().sql(sql).update();
    }

    public long count(String sql) {
        return cast.behind().sql(sql).query(Long.class).single();
    }

    /** How often something is told in the log of an organisation about an offer. */
    public long told(String what, long offer, long organisation) {
        return count("select count(*) from records.audit_entry where what = 'offer." + what + "' and subject_id = '"
                + offer + "' and organisation = " + organisation);
    }

    /** Whom a notice of a kind went to, about an offer. */
    public Set<Long> noticed(String kind, long offer) {
        return Set.copyOf(cast.behind()
                .sql("""
                        select o.person from notice.outbox o join notice.event e on e.id = o.event
                        where e.kind = ? and e.about ->> 'offer' = ?
                        """)
                .params("partnership.offer-" + kind, Long.toString(offer))
                .query(Long.class)
                .list());
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

    public Refusal refusal(long person, Runnable deed) {
        Throwable refused = Assertions.catchThrowable(() -> does(person, deed));
        Assertions.assertThat(refused).isInstanceOf(Refusal.class);
        return (Refusal) refused;
    }

    public String reason(long person, Runnable deed) {
        return refusal(person, deed).reason();
    }

    /** A form as a browser sends it. */
    public MockHttpServletRequestBuilder form(String path, String... fields) {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post("/partnerships" + path).param("version", "0");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    public MockHttpServletResponse sends(long person, MockHttpServletRequestBuilder form) {
        return asks(person, form.param("once", UUID.randomUUID().toString()));
    }

    /** What the application answers somebody in a browser. */
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

    public String page(long person, String path) {
        MockHttpServletResponse answer = asks(person, MockMvcRequestBuilders.get("/partnerships" + path));
        Assertions.assertThat(answer.getStatus()).as(path).isEqualTo(200);
        try {
            return answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
