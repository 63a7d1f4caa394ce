package se.samverkan.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
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
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.CauseKind;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.partnership.RunningCase;
import se.samverkan.shared.Refusal;

/** A case of two schools that runs under the national programme, with people who analyse, read, support and have nothing to do. */
public final class AnalysisStage {

    public final RunningCase running;
    public final long member;
    public final long facilitator;
    public final long analyst;
    public final long researcher;
    public final long areaHead;
    public final long staff;
    public final long unit;
    private final WebApplicationContext application;

    public AnalysisStage(WebApplicationContext application) {
        this.application = application;
        running = new RunningCase(application);
        unit = running.school;
        member = running.cast.person("Moa Medlem", running.organiser);
        running.cast.assign(member, Role.WORKING_GROUP, running.organiser, running.school);
        staff = running.cast.person("Per Personal", running.organiser);
        running.cast.assign(staff, Role.STAFF, running.organiser, running.school);
        facilitator = inCase("Pia Processtödjare", Role.PROCESS_FACILITATOR);
        analyst = inCase("Anders Analytiker", Role.ANALYST);
        researcher = inCase("Frida Forskare", Role.RESEARCHER);
        areaHead = areaHead();
    }

    private long inCase(String name, Role role) {
        long person = running.cast.person(name, running.agency);
        running.cast
                .behind()
                .sql(
                        "insert into access.assignment (person, role, partnership, valid_from) values (?, ?, ?, '2020-01-01')")
                .params(person, role.name(), running.id)
                .update();
        return person;
    }

    private long areaHead() {
        long person = running.cast.person("Göran Grundskolechef", running.organiser);
        long area = running.cast
                .behind()
                .sql(
                        "insert into organisation.area (organiser, owner_organisation, name) values (?, ?, 'Norra') returning id")
                .params(running.organiser, running.organiser)
                .query(Long.class)
                .single();
        running.cast
                .behind()
                .sql(
                        "insert into organisation.area_unit (area, unit, organiser, owner_organisation) values (?, ?, ?, ?)")
                .params(area, running.school, running.organiser, running.organiser)
                .update();
        running.cast
                .behind()
                .sql(
                        "insert into access.assignment (person, role, organisation, area, valid_from) values (?, 'AREA_HEAD', ?, ?, '2020-01-01')")
                .params(person, running.organiser, area)
                .update();
        return person;
    }

    /** The analysis of the first school. */
    public long begun() {
        return as(running.headTeacher, () -> bean(Analyses.class).begin(running.id, running.school));
    }

    public AnalysisView view(long person, long id) {
        return as(person, () -> bean(Analyses.class).analysis(id));
    }

    public Chain chain(long id) {
        return as(member, () -> bean(Chains.class).chain(bean(Analyses.class).analysis(id)));
    }

    public long problem(long id, String title) {
        return add(id, new PartDraft(PartKind.PROBLEM, "", "", "", title, "", ""), 0);
    }

    public long cause(long id, String title, long under) {
        return add(id, new PartDraft(PartKind.CAUSE, CauseKind.TEACHING.name(), "", "", title, "", ""), under);
    }

    public long area(long id, String title, long under) {
        return add(id, new PartDraft(PartKind.AREA, "", "", "", title, "", ""), under);
    }

    public long evidence(long id, EvidenceKind kind, String heard, String title, long under) {
        return add(id, new PartDraft(PartKind.EVIDENCE, kind.name(), "", heard, title, "", ""), under);
    }

    public long add(long id, PartDraft draft, long under) {
        return as(member, () -> bean(Chains.class).add(id, draft, under == 0 ? Optional.empty() : Optional.of(under)));
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

    public String refusal(long person, Runnable deed) {
        Throwable refused = Assertions.catchThrowable(() -> does(person, deed));
        Assertions.assertThat(refused).isInstanceOf(Refusal.class);
        return ((Refusal) refused).reason();
    }

    public String page(long person, String path) {
        return RunningCase.text(asks(person, MockMvcRequestBuilders.get(path)));
    }

    public int status(long person, String path) {
        return asks(person, MockMvcRequestBuilders.get(path)).getStatus();
    }

    public byte[] file(long person, String path) {
        MockHttpServletResponse answer = asks(person, MockMvcRequestBuilders.get(path));
        Assertions.assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    /** Sends a form: names and values in turn. */
    public MockHttpServletResponse sends(long person, String path, String... fields) {
        String[] once = Arrays.copyOf(fields, fields.length + 2);
        once[fields.length] = "once";
        once[fields.length + 1] = UUID.randomUUID().toString();
        return sendsAs(person, path, once);
    }

    /** The same, with a token of the form's own. */
    public MockHttpServletResponse sendsAs(long person, String path, String... fields) {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return asks(person, request);
    }

    private MockHttpServletResponse asks(long person, RequestBuilder request) {
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
}
