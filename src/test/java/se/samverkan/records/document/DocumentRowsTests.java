package se.samverkan.records.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import se.samverkan.access.Role;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Who sees which row of a document, asked in SQL as the application's role past every door. */
@SamverkanTest
class DocumentRowsTests {

    private static final String ROW = "select count(*) from records.document where id = ?";

    @Autowired
    BeanFactory application;

    private DocumentStage stage;

    @BeforeEach
    void anOrganiserAndAnAgency() {
        stage = new DocumentStage(application);
    }

    private boolean sees(long person, long document) {
        return stage.seen(person, ROW, document) == 1;
    }

    private long versions(long person, long document) {
        return stage.seen(person, "select count(*) from records.document_version where document = ?", document);
    }

    @Test
    void showsADraftToItsOrganisationOnly() {
        long draft = stage.draft(stage.coordinator, null);

        for (long person : new long[] {stage.director, stage.coordinator}) {
            assertThat(sees(person, draft)).isTrue();
        }
        for (long person : new long[] {stage.head, stage.officer, stage.facilitator, stage.registrar}) {
            assertThat(sees(person, draft)).isFalse();
            assertThat(versions(person, draft)).isZero();
        }
    }

    @Test
    void showsAUnitsDraftToTheUnitAndNotToItsSibling() {
        long draft = stage.draft(stage.head, stage.school);

        assertThat(sees(stage.head, draft)).isTrue();
        assertThat(sees(stage.director, draft)).as("reads the whole organiser").isTrue();
        for (long person : new long[] {stage.siblingHead, stage.coordinator, stage.officer, stage.registrar}) {
            assertThat(sees(person, draft)).isFalse();
        }
    }

    @Test
    void letsNobodyWriteInAUnitsDraftButTheUnit() {
        long draft = stage.draft(stage.head, stage.school);

        for (long person : new long[] {stage.director, stage.siblingHead, stage.coordinator, stage.officer}) {
            assertThat(stage.seen(
                            person,
                            "with changed as (update records.document set version = version where id = ? returning 1) "
                                    + "select count(*) from changed",
                            draft))
                    .isZero();
            assertThatThrownBy(() -> stage.seen(
                            person,
                            "with more as (insert into records.document_version (document, number, title) "
                                    + "values (?, 2, 'Ny') returning 1) select count(*) from more",
                            draft))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void showsAnAgencysDraftAboutAnOrganiserToTheAgencyOnly() {
        long draft = stage.as(
                stage.officer,
                () -> stage.bean(Documents.class)
                        .draft(
                                new Draft(
                                        stage.agency,
                                        stage.organiser,
                                        stage.school,
                                        "document",
                                        "Erbjudande",
                                        java.util.Locale.of("sv"),
                                        new RecordRef("prov", "7")),
                                DocumentStage.content("Erbjudande")));

        assertThat(sees(stage.officer, draft)).isTrue();
        assertThat(sees(stage.facilitator, draft)).isTrue();
        for (long person : new long[] {stage.director, stage.coordinator, stage.head, stage.agencyRegistrar}) {
            assertThat(sees(person, draft)).isFalse();
        }
    }

    @Test
    void showsWhatIsOpenedToThePersonNamedUntilItIsEnded() {
        long draft = stage.draft(stage.head, stage.school);
        stage.open(stage.head, draft, stage.facilitator, stage.today().plusDays(7));

        assertThat(sees(stage.facilitator, draft)).isTrue();
        assertThat(versions(stage.facilitator, draft)).isEqualTo(1);
        assertThat(sees(stage.officer, draft))
                .as("a colleague who is not named")
                .isFalse();

        long opening = stage.seen(stage.head, "select id from records.opening where document = ?", draft);
        stage.does(stage.head, () -> stage.bean(OpeningForComment.class).end(draft, opening));
        assertThat(sees(stage.facilitator, draft)).isFalse();
    }

    @Test
    void closesWhatIsOpenedByItselfAfterItsLastDay() {
        long draft = stage.draft(stage.head, stage.school);
        stage.open(stage.head, draft, stage.facilitator, stage.today());
        assertThat(sees(stage.facilitator, draft)).isTrue();

        stage.cast
                .behind()
                .sql("alter table records.opening disable trigger user")
                .update();
        stage.cast
                .behind()
                .sql("update records.opening set until = until - 1 where document = ?")
                .param(draft)
                .update();
        stage.cast
                .behind()
                .sql("alter table records.opening enable trigger user")
                .update();

        assertThat(sees(stage.facilitator, draft)).isFalse();
        stage.open(stage.head, draft, stage.facilitator, stage.today().plusDays(1));
        assertThat(sees(stage.facilitator, draft)).isTrue();
    }

    @Test
    void showsWhatIsSharedToTheRecipientsAndBothRegistrarsAndNotTheNextDraft() {
        long document = stage.draft(stage.director, null);
        stage.adopt(stage.director, document);
        assertThat(sees(stage.officer, document)).isFalse();
        stage.share(stage.director, document, stage.agency);
        stage.does(
                stage.director,
                () -> stage.bean(Documents.class)
                        .newVersion(
                                document,
                                stage.version(document),
                                new FreeText("Nytt utkast", ""),
                                FreeText.NONE,
                                DocumentStage.content("Sedan")));

        for (long person : new long[] {stage.officer, stage.registrar, stage.agencyRegistrar}) {
            assertThat(sees(person, document)).isTrue();
            assertThat(versions(person, document)).as("the shared version only").isEqualTo(1);
            assertThat(stage.as(person, () -> stage.bean(Documents.class).document(document))
                            .title())
                    .isEqualTo("Nulägesanalys");
        }
        assertThat(versions(stage.director, document)).isEqualTo(2);
        assertThat(sees(stage.facilitator, document))
                .as("holds no right to what is shared")
                .isFalse();
        long stranger = stage.cast.player("Främling", Role.EDUCATION_DIRECTOR, stage.cast.organisation("Annan"));
        assertThat(sees(stranger, document)).isFalse();
    }

    @Test
    void showsFilesToThoseWhoSeeTheirVersion() {
        long draft = stage.draft(stage.head, stage.school);
        String parts = "select count(*) from records.file_part p join records.document_file f on f.file = p.file "
                + "where f.document = ?";
        String blind = "select count(*) from records.file_part where file in (select max(id) from records.file)";

        assertThat(stage.seen(stage.head, parts, draft)).isPositive();
        assertThat(stage.seen(stage.siblingHead, parts, draft)).isZero();
        assertThat(stage.seen(stage.siblingHead, blind)).isZero();
        assertThat(stage.seen(stage.siblingHead, "select count(*) from records.file"))
                .isZero();
    }

    @Test
    void narrowsBelowTheCase() {
        long draft = stage.draft(stage.coordinator, null);
        stage.does(
                stage.coordinator,
                () -> stage.bean(Guarding.class)
                        .narrow(draft, List.of(), "Stödjarens egna anteckningar", java.util.Optional.empty()));

        assertThat(sees(stage.coordinator, draft)).isTrue();
        assertThat(sees(stage.director, draft)).isFalse();
        stage.does(stage.coordinator, () -> stage.bean(Guarding.class).widen(draft));
        assertThat(sees(stage.director, draft)).isTrue();
    }

    @Test
    void neverUnsharesNotEvenAsTheOwnerOfTheTables() {
        long document = stage.draft(stage.director, null);
        stage.adopt(stage.director, document);
        stage.share(stage.director, document, stage.agency);

        for (String sql : List.of(
                "delete from records.share where document = " + document,
                "update records.share set message = 'x' where document = " + document,
                "delete from records.share_recipient",
                "delete from records.registration",
                "delete from records.adoption where document = " + document,
                "update records.document_version set title = 'x' where document = " + document,
                "truncate records.share_recipient cascade")) {
            assertThatThrownBy(() -> stage.cast.behind().sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("keeps what it has");
        }
        assertThatThrownBy(() -> stage.cast
                        .behind()
                        .sql("update records.document_file set removed_at = now(), removed_by = 1 where document = ?")
                        .param(document)
                        .update())
                .rootCause()
                .hasMessageContaining("fixed");
    }

    @Test
    void sharesNothingThatIsNotAdoptedPastTheDoorEither() {
        long draft = stage.draft(stage.director, null);

        assertThatThrownBy(() -> stage.seen(
                        stage.director,
                        "with made as (insert into records.share (document, version, checksum) values (?, 1, '') "
                                + "returning 1) select count(*) from made",
                        draft))
                .rootCause()
                .hasMessageContaining("not adopted");
    }
}
