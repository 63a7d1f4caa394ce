package se.samverkan.intervention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.intervention.commission.CommissionDraft;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed;
import se.samverkan.intervention.commission.Giving;
import se.samverkan.intervention.occasion.PlanVersion;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;

/** A commission that the university has accepted, and short ways to plan it and tell what became of it. */
public final class CommissionStage {

    public final InterventionStage stage;
    public final long id;
    public final long provider;
    public final long client;
    public final long head;
    public final long school;
    public final LocalDate today;

    public CommissionStage(WebApplicationContext application) {
        stage = new InterventionStage(application);
        provider = stage.coordinator;
        client = stage.theCase.running.coordinator;
        head = stage.theCase.running.headTeacher;
        school = stage.theCase.running.school;
        today = stage.theCase.running.today;
        id = accepted("Läsning i alla ämnen");
    }

    /** One more that the university has accepted. */
    public long accepted(String title) {
        Period begins = new Period(Period.Kind.AUTUMN_TERM, 2026);
        Period now = Period.termOf(today);
        Period term = now.compareTo(begins) < 0 ? begins : now;
        long given = stage.as(
                client,
                () -> stage.theCase
                        .bean(Giving.class)
                        .give(
                                stage.theCase.running.id,
                                new CommissionDraft(
                                        stage.universityKey,
                                        Optional.empty(),
                                        title,
                                        "Kursen för lärarlagen",
                                        term,
                                        term.plusTerms(1),
                                        today.plusDays(5),
                                        List.of(school),
                                        List.of(),
                                        "Läsningen"),
                                FreeText.NONE));
        does(provider, () -> commissions().act(given, 0, Deed.ACCEPT, FreeText.NONE, Optional.empty()));
        return given;
    }

    private Commissions commissions() {
        return stage.theCase.bean(Commissions.class);
    }

    public void does(long person, Runnable deed) {
        stage.theCase.does(person, deed);
    }

    /** The fields of an occasion, with others in their place or beside them: names and values in turn. */
    public String[] occasion(String title, LocalDate day, String... others) {
        List<String> fields = new java.util.ArrayList<>(List.of(
                "version",
                "0",
                "occasion-title",
                title,
                "day",
                day.toString(),
                "time",
                "13:00",
                "minutes",
                "120",
                "place",
                "Ekskolans aula",
                "participants",
                "Arbetslag 4–6"));
        for (int i = 0; i < others.length; i += 2) {
            int at = fields.indexOf(others[i]);
            if (at < 0) {
                fields.add(others[i]);
                fields.add(others[i + 1]);
            } else {
                fields.set(at + 1, others[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    public MockHttpServletResponse sends(long person, String path, String... fields) {
        return stage.theCase.sends(person, path, fields);
    }

    public void goes(MockHttpServletResponse answer) {
        if (answer.getStatus() != 303 && answer.getStatus() != 302) {
            throw new AssertionError(answer.getStatus() + " " + InterventionStage.text(answer));
        }
    }

    public String plan(long commission) {
        return "/commissions/" + commission + "/plan";
    }

    public void begin(long person, long commission) {
        goes(sends(person, plan(commission) + "/draft", "version", "0"));
    }

    public void add(long person, long commission, String... fields) {
        goes(sends(person, plan(commission) + "/draft/occasions/new", fields));
    }

    public void propose(long person, long commission) {
        String seen = stage.as(
                person, () -> stage.theCase.bean(SubPlans.class).of(commission).seen());
        goes(sends(person, plan(commission) + "/proposal", "version", "0", "standing", seen, "proposal-words", ""));
    }

    public MockHttpServletResponse answers(long person, long commission, String answer, String words) {
        long proposal = stage.as(
                person,
                () -> stage.theCase
                        .bean(SubPlans.class)
                        .of(commission)
                        .proposal()
                        .map(PlanVersion::id)
                        .orElse(0L));
        return sends(
                person,
                plan(commission) + "/answer",
                "version",
                "0",
                "proposal",
                Long.toString(proposal),
                "answer",
                answer,
                "answer-words",
                words);
    }

    /** An agreed plan with an occasion that has been and one that is to come. */
    public void planned() {
        begin(provider, id);
        add(provider, id, occasion("Första träffen", today.minusDays(7)));
        add(provider, id, occasion("Andra träffen", today.plusDays(30), "leader", Long.toString(provider)));
        propose(provider, id);
        goes(answers(client, id, "AGREE", ""));
    }

    /** The id of an occasion by its title. */
    public long occasion(String title) {
        return stage.theCase
                .running
                .cast
                .behind()
                .sql("select max(occasion) from intervention.occasion_line l where l.title = ?")
                .param(title)
                .query(Long.class)
                .single();
    }

    /** Tells what became of an occasion. */
    public MockHttpServletResponse tells(long person, long occasion, int version, String outcome, String deviation) {
        return sends(
                person,
                "/occasions/" + occasion + "/outcome",
                "version",
                Integer.toString(version),
                "outcome",
                outcome,
                "held-minutes",
                "90",
                "done",
                "Vi läste tillsammans",
                "deviation",
                deviation);
    }

    public MockHttpServletResponse roll(int version, String lines) {
        return sends(
                head,
                "/commissions/" + id + "/participants/" + school,
                "version",
                Integer.toString(version),
                "participant-lines",
                lines);
    }

    /** The ids of the participants, in the order of their names. */
    public List<String> participants() {
        return stage.theCase
                .running
                .cast
                .behind()
                .sql("select id::text from intervention.participant where commission = ? and not is_left order by name")
                .param(id)
                .query(String.class)
                .list();
    }
}
