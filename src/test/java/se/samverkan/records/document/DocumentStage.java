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
final class DocumentStage {

    final Cast cast;
    final long organiser;
    final long agency;
    final long school;
    final long sibling;
    final long director;
    final long head;
    final long siblingHead;
    final long coordinator;
    final long officer;
    final long facilitator;
    final long registrar;
    final long agencyRegistrar;
    private final BeanFactory application;

    DocumentStage(BeanFactory application) {
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

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    <T> T as(long person, Supplier<T> deed) {
        return bean(ActingAs.class).person(person, deed);
    }

    void does(long person, Runnable deed) {
        as(person, () -> {
            deed.run();
            return true;
        });
    }

    /** What a person sees of a table, in SQL past every door. */
    long seen(long person, String query, Object... params) {
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
    long draft(long person, @Nullable Long unit) {
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

    void adopt(long person, long document) {
        does(
                person,
                () -> bean(Adopting.class)
                        .adopt(document, version(document), bean(Adopting.class).own()));
    }

    long share(long person, long document, Long... recipients) {
        return as(
                person,
                () -> bean(DocumentSharing.class)
                        .share(
                                document,
                                version(document),
                                new Dispatch(Set.of(recipients), new FreeText("Varsågoda.", ""), "")));
    }

    void open(long person, long document, long to, LocalDate until) {
        does(person, () -> bean(OpeningForComment.class).open(document, List.of(to), until, FreeText.NONE));
    }

    LocalDate today() {
        return bean(Adopting.class).today();
    }
}
