package se.samverkan.agreement.text;

import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A partnership of the national programme that has been accepted, with people of both parties and of neither. */
final class AgreementStage {

    static final FreeText NOTHING = new FreeText("", "");

    final Cast cast;
    final long agency;
    final long organiser;
    final long school;
    final long officer;
    final long director;
    final long headTeacher;
    final long neighbour;
    final long partnership;
    private final WebApplicationContext application;

    AgreementStage(WebApplicationContext application, String variant) {
        this.application = application;
        cast = new Cast(application.getBean("testDatabase", TestDatabase.class));
        agency = cast.agency("Provmyndigheten");
        organiser = cast.organisation("Provby kommun");
        school = cast.unit("Provskolan", organiser);
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, agency);
        director = cast.player("Ulla Utbildningschef", Role.EDUCATION_DIRECTOR, organiser);
        headTeacher = cast.person("Rut Rektor", organiser);
        cast.assign(headTeacher, Role.HEAD_TEACHER, organiser, school);
        neighbour = cast.player("Nils Utbildningschef", Role.EDUCATION_DIRECTOR, cast.organisation("Grannby kommun"));
        partnership = accepted(variant);
    }

    private long accepted(String variant) {
        long id = cast.behind()
                .sql("""
                insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term,
                    standing, told_at, made_by)
                values (:agency, :organiser, :variant, 1, 20271, 'ACCEPTED', now(), :officer) returning id
                """)
                .param("agency", agency)
                .param("organiser", organiser)
                .param("variant", variant)
                .param("officer", officer)
                .query(Long.class)
                .single();
        cast.behind().sql("""
                insert into partnership.participation (partnership, unit, level, standing)
                values (?, ?, 'SCHOOL', 'ACCEPTED')
                """).params(id, school).update();
        return id;
    }

    Agreements agreements() {
        return application.getBean(Agreements.class);
    }

    <T> T as(long person, Supplier<T> deed) {
        return application.getBean(ActingAs.class).person(person, deed);
    }

    void does(long person, Runnable deed) {
        as(person, () -> {
            deed.run();
            return true;
        });
    }

    String refusal(long person, Runnable deed) {
        Throwable refused = Assertions.catchThrowable(() -> does(person, deed));
        Assertions.assertThat(refused).isInstanceOf(Refusal.class);
        return ((Refusal) refused).reason();
    }

    long begin() {
        return as(officer, () -> agreements().begin(partnership));
    }

    AgreementView seen(long person, long agreement) {
        return as(person, () -> agreements().agreement(agreement));
    }

    /** The agreement, written by the officer and handed over. */
    long handedOver() {
        long id = begin();
        does(officer, () -> agreements().handOver(id, 0, NOTHING));
        return id;
    }
}
