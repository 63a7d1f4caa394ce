package se.samverkan.selection;

import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.CriterionKind;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A round with somebody for every duty, some units that come into question, and people who have nothing to do with it. */
public final class RoundStage {

    private static final Period YEAR = Period.schoolYear(2024);

    public final Cast cast;
    public final long agency;
    public final long officer;
    final long colleague;
    public final long first;
    public final long second;
    public final long third;
    public final long decider;
    final long administrator;
    final long director;
    public final long round;
    public final long unit;
    public final String key;
    public final String otherKey;

    private final ActingAs acting;
    private final WebApplicationContext application;

    public RoundStage(WebApplicationContext beans, TestDatabase database) {
        acting = beans.getBean(ActingAs.class);
        application = beans;
        cast = new Cast(database);
        cast.behind()
                .sql("insert into statistics.covered (indicator, period) values (2, ?), (2, ?) on conflict do nothing")
                .params(YEAR.key(), Period.schoolYear(2023).key())
                .update();
        agency = cast.agency("Skolmyndigheten");
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, agency);
        colleague = cast.player("Kollega", Role.PROGRAMME_OFFICER, agency);
        first = cast.player("Bo Bedömare", Role.ASSESSOR, agency);
        second = cast.player("Berit Bedömare", Role.ASSESSOR, agency);
        third = cast.player("Bim Bedömare", Role.ASSESSOR, agency);
        decider = cast.player("Doris Beslutsfattare", Role.DECIDER, agency);
        administrator = cast.player("Asta", Role.ADMINISTRATOR, null);
        long organiser = cast.organisation("Provhuvudmannen");
        director = cast.player("Utbildningschef", Role.EDUCATION_DIRECTOR, organiser);
        unit = cast.unit("Provskolan", organiser);
        key = inForm(unit);
        otherKey = inForm(cast.unit("Andra skolan", organiser));
        SelectionRounds rounds = beans.getBean(SelectionRounds.class);
        CriteriaSetting criteria = beans.getBean(CriteriaSetting.class);
        round = as(
                officer,
                () -> rounds.open(
                        agency,
                        new RoundDraft(
                                "Urval hösten 2027",
                                "Att fler ska nå målen",
                                "sbs",
                                "VT 2028",
                                YEAR,
                                2,
                                List.of(new FormPlaces("COMPULSORY", 5)))));
        does(officer, () -> {
            List.of(first, second, third).forEach(person -> rounds.join(round, person, Duty.ASSESSOR));
            rounds.join(round, decider, Duty.DECIDER);
            criteria.set(
                    round,
                    0,
                    new Criterion(
                            0,
                            "COMPULSORY",
                            CriterionKind.LOW_RESULT,
                            "gr9-passed-all",
                            YEAR,
                            2,
                            Needy.LOW,
                            Use.THRESHOLD,
                            60));
        });
    }

    private String inForm(long unit) {
        cast.behind()
                .sql("insert into organisation.unit_form (unit, form, grades) values (?, 'COMPULSORY', '{7,8,9}')")
                .param(unit)
                .update();
        return cast.behind()
                .sql("select key from organisation.unit where id = ?")
                .param(unit)
                .query(String.class)
                .single();
    }

    public List<Long> strangers() {
        return List.of(colleague, administrator, director);
    }

    public <T> T as(long person, Supplier<T> deed) {
        return acting.person(person, deed);
    }

    public void does(long person, Runnable deed) {
        acting.person(person, () -> {
            deed.run();
            return true;
        });
    }

    /** The reason for which somebody is refused. */
    public String reason(long person, Runnable deed) {
        return refusal(person, deed).reason();
    }

    public Refusal refusal(long person, Runnable deed) {
        Throwable refused = Assertions.catchThrowable(() -> does(person, deed));
        Assertions.assertThat(refused).isInstanceOf(Refusal.class);
        return (Refusal) refused;
    }

    /** What the application answers somebody in a browser. */
    public MockHttpServletResponse asks(long person, RequestBuilder request) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        acting.actor(person).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES));
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

    public int told(String what) {
        return cast.behind()
                .sql("select count(*) from records.audit_entry where what = ? and organisation = ?")
                .params(what, agency)
                .query(Integer.class)
                .single();
    }
}
