package se.samverkan.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.partnership.PartnershipView;

/** A case of two schools with facilitators, working groups and a researcher, and people who have no part in it. */
public final class MeetingStage {

    public final CaseStage stage;
    public final long partnership;
    public final long facilitator;
    public final long colleague;
    public final long otherFacilitator;
    public final long member;
    public final long otherHead;
    public final long researcher;

    public MeetingStage(WebApplicationContext application) {
        stage = new CaseStage(application);
        partnership = stage.taken();
        facilitator = staffed("Petra Processtödjare", Role.PROCESS_FACILITATOR, stage.first, null);
        colleague = staffed("Pelle Processtödjare", Role.PROCESS_FACILITATOR, stage.first, null);
        otherFacilitator = staffed("Paula Processtödjare", Role.PROCESS_FACILITATOR, stage.second, null);
        member = staffed("Lena Lärare", Role.WORKING_GROUP, stage.first, stage.first);
        researcher = staffed("Frida Forskare", Role.RESEARCHER, null, null);
        otherHead = stage.cast.person("Rolf Rektor", stage.organiser);
        stage.cast.assign(otherHead, Role.HEAD_TEACHER, stage.organiser, stage.second);
    }

    private long staffed(String name, Role role, @Nullable Long forUnit, @Nullable Long atUnit) {
        long person = stage.cast.person(name, atUnit == null ? stage.office : stage.organiser);
        long assignment = behind().sql("""
                        insert into access.assignment (person, role, organisation, unit, partnership, valid_from)
                        values (?, ?, ?, ?, ?, '2020-01-01') returning id
                        """)
                .param(person)
                .param(role.name())
                .param(atUnit == null ? null : stage.organiser)
                .param(atUnit)
                .param(partnership)
                .query(Long.class)
                .single();
        behind().sql("insert into partnership.staffing (assignment, partnership, unit, stands_for) values (?, ?, ?, ?)")
                .param(assignment)
                .param(partnership)
                .param(forUnit)
                .param(role == Role.WORKING_GROUP ? "TEACHER" : null)
                .update();
        return person;
    }

    public JdbcClient behind() {
        return stage.cast.behind();
    }

    public PartnershipView view() {
        return stage.read(partnership);
    }

    public <T> T as(long person, Supplier<T> deed) {
        return stage.as(person, deed);
    }

    public void does(long person, Runnable deed) {
        stage.does(person, deed);
    }

    public String reason(long person, Runnable deed) {
        return stage.reason(person, deed);
    }

    public <T> T bean(Class<T> type) {
        return stage.bean(type);
    }

    /** A meeting of the first school that was planned by its head teacher for some days ahead, with the invited roles. */
    public long meeting(String name, int daysAhead) {
        MockHttpServletResponse answer = sends(
                stage.headTeacher,
                "/partnerships/" + partnership + "/meetings/new",
                "name",
                name,
                "unit",
                Long.toString(stage.first),
                "day",
                stage.today().plusDays(daysAhead).toString(),
                "time",
                LocalTime.of(13, 0).toString(),
                "minutes",
                "90",
                "agenda",
                "Siffrorna\nVad kollegorna svarade",
                "roles",
                "HEAD_TEACHER",
                "roles",
                "WORKING_GROUP",
                "roles",
                "PROCESS_FACILITATOR",
                "go-on",
                "true");
        if (answer.getStatus() != 303) {
            throw new AssertionError(answer.getStatus() + " " + CaseStage.text(answer));
        }
        return behind().sql("select max(id) from meeting.meeting where partnership = ? and name_sv = ?")
                .params(partnership, name)
                .query(Long.class)
                .single();
    }

    public long item(long meeting) {
        return behind().sql("select min(id) from meeting.agenda_item where meeting = ?")
                .param(meeting)
                .query(Long.class)
                .single();
    }

    /** What the database itself lets somebody read. */
    public List<String> rows(long person, String sql) {
        return as(
                person,
                () -> bean(TransactionTemplate.class)
                        .execute(status -> bean(JdbcClient.class)
                                .sql(sql)
                                .query(String.class)
                                .list()));
    }

    public LocalDate today() {
        return stage.today();
    }

    public String page(long person, String path) {
        MockHttpServletResponse answer = stage.asks(person, MockMvcRequestBuilders.get(path));
        if (answer.getStatus() != 200) {
            throw new AssertionError(path + " " + answer.getStatus() + " " + CaseStage.text(answer));
        }
        return CaseStage.text(answer);
    }

    public int status(long person, String path) {
        return stage.asks(person, MockMvcRequestBuilders.get(path)).getStatus();
    }

    public MockHttpServletResponse sends(long person, String path, String... fields) {
        MockHttpServletRequestBuilder form = MockMvcRequestBuilders.post(path);
        boolean versioned = false;
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
            versioned |= fields[i].equals("version");
        }
        if (!versioned) {
            form.param("version", "0");
        }
        return stage.asks(person, form.param("once", UUID.randomUUID().toString()));
    }

    /** Writes a paragraph under the first item of a meeting, and gives back its id. */
    public long writes(long person, long meeting, String scope, String words) {
        MockHttpServletResponse answer = sends(
                person,
                "/meetings/" + meeting + "/paragraphs",
                "item",
                Long.toString(item(meeting)),
                "scope",
                scope,
                "kind",
                "NOTE",
                "paragraph-words",
                words);
        if (answer.getStatus() != 303) {
            throw new AssertionError(answer.getStatus() + CaseStage.text(answer));
        }
        return behind().sql("select max(id) from meeting.paragraph where meeting = ?")
                .param(meeting)
                .query(Long.class)
                .single();
    }
}
