package se.samverkan.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** A partnership with two schools, their people, and a way to answer as nobody. */
public final class SurveyStage {

    public final RunningCase running;
    public final long member;
    public final long areaHead;
    public final long facilitator;

    public SurveyStage(WebApplicationContext application) {
        running = new RunningCase(application);
        member = running.cast.person("Kim i arbetsgruppen", running.organiser);
        running.cast.assign(member, Role.WORKING_GROUP, running.organiser, running.school);
        areaHead = running.cast.person("Olle Områdeschef", running.organiser);
        long area = behind().sql("""
                        insert into organisation.area (name, owner_organisation, organiser) values ('Norr ' || gen_random_uuid(), ?, ?)
                        returning id
                        """)
                .params(running.organiser, running.organiser)
                .query(Long.class)
                .single();
        behind().sql(
                        "insert into organisation.area_unit (area, unit, owner_organisation, organiser) values (?, ?, ?, ?)")
                .params(area, running.school, running.organiser, running.organiser)
                .update();
        behind().sql("""
                        insert into access.assignment (person, role, organisation, area, valid_from)
                        values (?, 'AREA_HEAD', ?, ?, '2020-01-01')
                        """).params(areaHead, running.organiser, area).update();
        facilitator = running.cast.person("Pia Processtödjare", running.agency);
        behind().sql("""
                        insert into access.assignment (person, role, partnership, valid_from)
                        values (?, 'PROCESS_FACILITATOR', ?, '2020-01-01')
                        """).params(facilitator, running.id).update();
    }

    public JdbcClient behind() {
        return running.cast.behind();
    }

    /** What a query answers under the row-level security of a person; 0 is nobody. */
    public List<String> rows(long person, String query) {
        return running.as(
                person,
                () -> running.bean(TransactionTemplate.class)
                        .execute(status -> running.bean(JdbcClient.class)
                                .sql(query)
                                .query(String.class)
                                .list()));
    }

    /** The values of the form of a page, with these written into it; of radio buttons only those that are named. */
    public static Answer answer(Visitor visitor, String path, Map<String, String> chosen) {
        Answer page = visitor.get(path);
        return visitor.submit(page, "form[data-survey]", chosen);
    }

    /** What a form would send, without the page: a random id and the version of the questions. */
    public static Map<String, String> form(int number, Map<String, String> chosen) {
        Map<String, String> sent = new HashMap<>(chosen);
        sent.put("form", UUID.randomUUID().toString());
        sent.put("number", Integer.toString(number));
        return sent;
    }

    /** So many answers that all choose the same. */
    public static List<Integer> answers(
            Visitor visitor, String path, int many, int number, Map<String, String> chosen) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            statuses.add(visitor.post(path, form(number, chosen)).status());
        }
        return statuses;
    }
}
