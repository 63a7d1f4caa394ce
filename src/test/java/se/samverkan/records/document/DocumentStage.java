package se.samverkan.records.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** An organiser with two schools and an agency, their people, and the doors to documents. */
public final class DocumentStage {

    public final Cast cast;
    public final long organiser;
    public final long agency;
    public final long school;
    public final long sibling;
    public final long director;
    public final long head;
    public final long siblingHead;
    public final long coordinator;
    public final long officer;
    public final long facilitator;
    public final long registrar;
    public final long agencyRegistrar;
    private final BeanFactory application;

    public DocumentStage(BeanFactory application) {
        this.application = application;
        this.cast = new Cast(application.getBean(TestDatabase.class));
        organiser = cast.organisation("Exempelby kommun");
        cast.behind()
                .sql("update organisation.organisation set organiser_type = 'MUNICIPAL' where id = ?")
                .param(organiser)
                .update();
        agency = cast.agency("Skolmyndigheten");
        school = cast.unit("Exempelskolan", organiser);
        sibling = cast.unit("Grannskolan", organiser);
        director = cast.player("Ulla Utbildningschef", Role.EDUCATION_DIRECTOR, organiser);
        coordinator = cast.player("Sam Samordnare", Role.COORDINATOR, organiser);
        head = at(school, "Rakel Rektor");
        siblingHead = at(sibling, "Granne Rektor");
        officer = cast.player("Hans Handläggare", Role.PROGRAMME_OFFICER, agency);
        facilitator = cast.player("Pia Processtödjare", Role.PROCESS_FACILITATOR, agency);
        registrar = cast.player("Rut Registrator", Role.REGISTRAR, organiser);
        agencyRegistrar = cast.player("Rolf Registrator", Role.REGISTRAR, agency);
    }

    private long at(long unit, String name) {
        long person = cast.person(name, organiser);
        cast.assign(person, Role.HEAD_TEACHER, organiser, unit);
        return person;
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

    /** What a person sees of a table, in SQL past every door. */
    public long seen(long person, String query, Object... params) {
        Long seen = as(
                person,
                () -> new TransactionTemplate(bean(PlatformTransactionManager.class))
                        .execute(status -> bean(JdbcClient.class)
                                .sql(query)
                                .params(params)
                                .query(Long.class)
                                .single()));
        return seen == null ? 0 : seen;
    }

    /** A draft of the organiser, or of one of its schools. */
    public long draft(long person, @Nullable Long unit) {
        return as(
                person,
                () -> bean(Documents.class)
                        .draft(
                                new Draft(
                                        organiser,
                                        organiser,
                                        unit,
                                        "document",
                                        "Nulägesanalys",
                                        Locale.of("sv"),
                                        RecordRef.NONE),
                                content("Först")));
    }

    static Content content(String words) {
        return new Content.Rendered(new Rendition(
                Locale.of("sv"),
                "Exempelby kommun",
                "Nulägesanalys",
                "",
                List.of(),
                List.of(new Block.Paragraph(words)),
                java.time.Instant.parse("2027-03-12T10:00:00Z")));
    }

    int version(long document) {
        return cast.behind()
                .sql("select version from records.document where id = ?")
                .param(document)
                .query(Integer.class)
                .single();
    }

    /** The next version of a document. */
    public void rewrite(long person, long document) {
        does(
                person,
                () -> bean(Documents.class)
                        .newVersion(
                                document,
                                version(document),
                                new FreeText("Nulägesanalys", ""),
                                FreeText.NONE,
                                content("Sedan")));
    }

    public void adopt(long person, long document) {
        does(
                person,
                () -> bean(Adopting.class)
                        .adopt(document, version(document), bean(Adopting.class).own()));
    }

    public long share(long person, long document, Long... recipients) {
        return as(
                person,
                () -> bean(DocumentSharing.class)
                        .share(
                                document,
                                version(document),
                                new Dispatch(Set.of(recipients), new FreeText("Varsågoda.", ""), "")));
    }

    public void open(long person, long document, long to, LocalDate until) {
        does(person, () -> bean(OpeningForComment.class).open(document, List.of(to), until, FreeText.NONE));
    }

    public LocalDate today() {
        return bean(Adopting.class).today();
    }
}
