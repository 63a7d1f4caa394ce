package se.samverkan.agreement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.Assertions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.agreement.signing.AgreementSigning;
import se.samverkan.agreement.signing.Signatories;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.records.signature.SigningOnBehalf;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A partnership of the national programme that has been accepted, with people of both parties and of neither. */
public final class AgreementStage {

    public static final FreeText NOTHING = new FreeText("", "");

    public final Cast cast;
    public final long agency;
    public final long organiser;
    public final long school;
    public final long officer;
    public final long director;
    public final long headTeacher;
    public final long head;
    public final long neighbour;
    public final long partnership;
    private final WebApplicationContext application;

    public AgreementStage(WebApplicationContext application, String variant) {
        this.application = application;
        cast = new Cast(application.getBean("testDatabase", TestDatabase.class));
        agency = cast.agency("Provmyndigheten");
        organiser = cast.organisation("Provby kommun");
        school = cast.unit("Provskolan", organiser);
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, agency);
        head = cast.player("Ulla Avdelningschef", Role.DECIDER, agency);
        director = cast.player("Ulf Utbildningschef", Role.EDUCATION_DIRECTOR, organiser);
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

    /** An agreement, or the amendment that comes next, handed over by the officer and accepted by the director. */
    public long agreed() {
        Agreements agreements = bean(Agreements.class);
        long id = as(officer, () -> bean(BeginningAgreements.class).begin(partnership));
        does(officer, () -> agreements.handOver(id, 0, NOTHING));
        does(director, () -> agreements.accept(id, 1));
        return id;
    }

    /** One that is put before a signatory of each party. */
    public long asked() {
        long id = agreed();
        name(officer, id, head, Optional.empty());
        name(director, id, director, Optional.empty());
        does(officer, () -> bean(AgreementSigning.class).ask(id, 1));
        return id;
    }

    /** One that all have signed. */
    public long inForce() {
        long id = asked();
        sign(head, id);
        sign(director, id);
        return id;
    }

    public void name(long by, long agreement, long person, Optional<LocalDate> ends) {
        does(
                by,
                () -> bean(Signatories.class)
                        .name(agreement, person, new FreeText("nämndens beslut 2027-01-21 § 14", ""), ends));
    }

    /** Signs as the stand-in of the demonstration does. */
    public void sign(long person, long agreement) {
        bean(Installation.class).become(Installation.Kind.DEMONSTRATION);
        as(person, () -> new SigningOnBehalf(application).sign(request(agreement)));
    }

    /** The latest request for signatures on an agreement. */
    public long request(long agreement) {
        return cast.behind()
                .sql("select max(request) from agreement.signing where agreement = ?")
                .param(agreement)
                .query(Long.class)
                .single();
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** What a query answers under the row-level security of a person. */
    public List<String> rows(long person, String query) {
        return as(
                person,
                () -> bean(TransactionTemplate.class)
                        .execute(status -> bean(JdbcClient.class)
                                .sql(query)
                                .query(String.class)
                                .list()));
    }

    public <T> T as(long person, Supplier<T> deed) {
        return application.getBean(ActingAs.class).person(person, deed);
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

    /** The page that somebody meets at an address. */
    public String page(long person, String path) {
        try {
            MockHttpServletResponse answer = asks(person, MockMvcRequestBuilders.get(path));
            answer.setCharacterEncoding("UTF-8");
            return answer.getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What stands in the Word document that somebody draws up. */
    public String drawn(long person, long agreement) {
        byte[] content = asks(person, MockMvcRequestBuilders.get("/agreements/" + agreement + "/document.docx"))
                .getContentAsByteArray();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Sends a form with one field, and answers with where it leads. */
    public String post(long person, String path, String field, String value) {
        return String.valueOf(asks(person, MockMvcRequestBuilders.post(path).param(field, value))
                .getHeader("Location"));
    }

    private MockHttpServletResponse asks(long person, RequestBuilder request) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        bean(ActingAs.class).actor(person).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES));
        try {
            return MockMvcBuilders.webAppContextSetup(application)
                    .build()
                    .perform(request)
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
