package se.samverkan.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.records.signature.SignatureRequest;
import se.samverkan.records.signature.SignatureRequest.Signatory;
import se.samverkan.records.signature.Signing;
import se.samverkan.records.signature.SigningOnBehalf;

/** What is signed, and what is to be disposed of, in the tests' invented country. */
final class RecordsAtWork {

    private final Signing signing;
    private final SigningOnBehalf signs;
    private final ActingAs acting;
    private final JdbcClient behind;
    private final long agency;

    RecordsAtWork(ListableBeanFactory application, ActingAs acting, JdbcClient behind) {
        this.signing = application.getBean(Signing.class);
        this.signs = new SigningOnBehalf(application);
        this.acting = acting;
        this.behind = behind;
        this.agency = id("select min(id) from organisation.organisation where kind = 'AGENCY'");
    }

    /** One document that was replaced after somebody had signed it, and one that everybody has signed. */
    void settle() {
        long officer = person(Role.PROGRAMME_OFFICER);
        long director = person(Role.EDUCATION_DIRECTOR);
        long replaced = acting.person(officer, () -> signing.ask(request("Överenskommelse med Påhittad kommun")));
        acting.person(director, () -> signs.sign(replaced));
        acting.person(officer, () -> {
            signing.replace(replaced, 1, pdf("två"), "Beloppet för andra året var fel.");
            return true;
        });
        long signed = acting.person(officer, () -> signing.ask(request("Tillägg 1 till överenskommelsen")));
        acting.person(director, () -> signs.sign(signed));
        acting.person(person(Role.DECIDER), () -> signs.sign(signed));
        disposals();
    }

    private void disposals() {
        long list = list();
        behind.sql(
                        "insert into records.disposal_item values (?, 'area/77', 'Norra området', '2014-05-04'), (?, 'token/12', 'Nyckel till rapportverktyget', '2015-11-20')")
                .params(list, list)
                .update();
        behind.sql(
                        "insert into records.disposal_decision (proposal, disposed, words, items, decided_by) values (?, false, 'En revision pågår.', 0, ?)")
                .params(list(), person(Role.ARCHIVIST))
                .update();
    }

    private long list() {
        return behind.sql("""
                        insert into records.disposal_proposal (kind, due_by, rule_version, reason, proposed_by)
                        select kind, '2016-11-28', version, 'Ingen har frågat efter dem.', ? from records.retention_rule
                        where kind = 'log-values' returning id
                        """)
                .param(person(Role.ADMINISTRATOR))
                .query(Long.class)
                .single();
    }

    private SignatureRequest request(String title) {
        return new SignatureRequest(
                agency,
                "agreement",
                title,
                title,
                pdf("ett"),
                false,
                List.of(
                        new Signatory(
                                person(Role.EDUCATION_DIRECTOR),
                                "Kim Education director",
                                agency,
                                "Påhittad kommun",
                                "nämndens beslut 2026-10-14 § 91",
                                null),
                        new Signatory(
                                person(Role.DECIDER),
                                "Kim Decider",
                                agency,
                                "Påhittade skolmyndigheten",
                                "arbetsordningen 7 §",
                                java.time.LocalDate.of(2029, 6, 30))));
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7 " + text).getBytes(StandardCharsets.UTF_8);
    }

    private long person(Role role) {
        return behind.sql("select id from access.person where email = ?")
                .param(Residents.email(role))
                .query(Long.class)
                .single();
    }

    private long id(String sql) {
        return behind.sql(sql).query(Long.class).single();
    }
}
