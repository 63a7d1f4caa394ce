package se.samverkan.browser;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.agreement.signing.AgreementSigning;
import se.samverkan.agreement.signing.Signatories;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.signature.SigningOnBehalf;
import se.samverkan.shared.page.FreeText;

/** Agreements of the tests' invented country that its story has none of: one that waits for names, one that is not filed. */
final class AgreementsAtWork {

    private final ListableBeanFactory application;
    private final ActingAs acting;
    private final JdbcClient behind;
    private final long officer;

    AgreementsAtWork(ListableBeanFactory application, ActingAs acting, JdbcClient behind) {
        this.application = application;
        this.acting = acting;
        this.behind = behind;
        this.officer = behind.sql("select id from access.person where email = ?")
                .param(Residents.email(Role.PROGRAMME_OFFICER))
                .query(Long.class)
                .single();
    }

    void settle() {
        List<PartnershipView> free = acting.person(
                officer,
                () -> application.getBean(Partnerships.class).live().stream()
                        .filter(application.getBean(BeginningAgreements.class)::mayBegin)
                        .limit(2)
                        .toList());
        agreed(free.get(0));
        sign(free.get(1), agreed(free.get(1)));
    }

    private long agreed(PartnershipView partnership) {
        Agreements agreements = application.getBean(Agreements.class);
        long id = acting.person(officer, () -> {
            long begun = application.getBean(BeginningAgreements.class).begin(partnership.id());
            agreements.handOver(begun, 0, FreeText.NONE);
            return begun;
        });
        long director = person("Kim Skolchef", Role.EDUCATION_DIRECTOR, partnership.organiser());
        does(director, () -> agreements.accept(id, 1));
        return id;
    }

    private void sign(PartnershipView partnership, long id) {
        long director = behind.sql(
                        "select max(person) from access.assignment where role = 'EDUCATION_DIRECTOR' and organisation = ?")
                .param(partnership.organiser())
                .query(Long.class)
                .single();
        long head = person("Kim Avdelningschef", Role.DECIDER, partnership.owner());
        name(officer, id, head);
        name(director, id, director);
        does(officer, () -> application.getBean(AgreementSigning.class).ask(id, 1));
        long request = behind.sql("select request from agreement.signing where agreement = ?")
                .param(id)
                .query(Long.class)
                .single();
        does(head, () -> new SigningOnBehalf(application).sign(request));
        does(director, () -> new SigningOnBehalf(application).sign(request));
    }

    private void name(long by, long id, long person) {
        does(
                by,
                () -> application
                        .getBean(Signatories.class)
                        .name(id, person, new FreeText("nämndens beslut § 14", ""), Optional.empty()));
    }

    private long person(String name, Role role, long organisation) {
        return behind.sql("""
                        with added as (insert into access.person (name, email)
                            values (:name, :name || :organisation || '@invented.example') returning id)
                        insert into access.assignment (person, role, organisation, valid_from)
                        select id, :role, :organisation, access.today() - 1 from added returning person
                        """)
                .param("name", name)
                .param("role", role.name())
                .param("organisation", organisation)
                .query(Long.class)
                .single();
    }

    private void does(long person, Runnable deed) {
        acting.person(person, () -> {
            deed.run();
            return true;
        });
    }
}
