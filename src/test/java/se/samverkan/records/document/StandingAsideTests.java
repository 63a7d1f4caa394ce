package se.samverkan.records.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samverkan.access.Role;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Whoever stands aside (jäv) from a document does not see it, whatever their roles give. */
@SamverkanTest
class StandingAsideTests {

    private static final FreeText KIN = new FreeText("Närstående till en av de berörda", "");

    @Autowired
    BeanFactory application;

    private DocumentStage stage;
    private StandingAside aside;
    private long draft;
    private long colleague;

    @BeforeEach
    void aDraftInAMatter() {
        stage = new DocumentStage(application);
        aside = stage.bean(StandingAside.class);
        colleague = stage.cast.player("Kim Kollega", Role.COORDINATOR, stage.organiser);
        draft = draft(stage.coordinator);
    }

    private long draft(long person) {
        return stage.as(
                person,
                () -> stage.bean(Documents.class)
                        .draft(
                                new Draft(
                                        stage.organiser,
                                        stage.organiser,
                                        null,
                                        "document",
                                        "Nulägesanalys",
                                        Locale.of("sv"),
                                        new RecordRef("partnership", "" + stage.organiser)),
                                DocumentStage.content("Först")));
    }

    private boolean sees(long person, long document) {
        return stage.seen(person, "select count(*) from records.document where id = ?", document) == 1;
    }

    private void close(long by, long to, boolean wholeMatter, Optional<LocalDate> until) {
        stage.does(by, () -> aside.close(draft, List.of(to), wholeMatter, KIN, until));
    }

    @Test
    void closesADocumentToOnePersonAndNobodyElse() {
        long other = draft(stage.coordinator);
        close(stage.coordinator, colleague, false, Optional.empty());

        assertThat(sees(colleague, draft)).isFalse();
        assertThat(stage.seen(colleague, "select count(*) from records.document_version where document = ?", draft))
                .isZero();
        assertThat(sees(colleague, other)).isTrue();
        assertThat(sees(stage.director, draft)).isTrue();
        AsideView told = stage.as(stage.coordinator, () -> aside.of(draft)).getFirst();
        assertThat(told.person()).isEqualTo("Kim Kollega");
        assertThat(told.reason()).isEqualTo(KIN.text());
        assertThat(told.by()).isEqualTo("Sam Samordnare");
    }

    @Test
    void closesTheOwnersDocumentsOfTheMatterTooThoseToCome() {
        close(stage.coordinator, colleague, true, Optional.empty());
        long later = draft(stage.coordinator);

        assertThat(sees(colleague, later)).isFalse();
        assertThat(sees(stage.coordinator, later)).isTrue();
    }

    @Test
    void isEndedByOthersAndNotByWhoeverStandsAside() {
        close(colleague, colleague, false, Optional.empty());
        long id = stage.as(stage.coordinator, () -> aside.of(draft)).getFirst().id();

        assertThatThrownBy(() -> stage.does(colleague, () -> aside.open(draft, id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        stage.does(stage.coordinator, () -> aside.open(draft, id));

        assertThat(sees(colleague, draft)).isTrue();
    }

    @Test
    void endsWithItsLastDay() {
        close(stage.coordinator, colleague, false, Optional.of(stage.today()));
        assertThat(sees(colleague, draft)).isFalse();

        stage.cast
                .behind()
                .sql("update records.aside set until = '2001-01-01' where document = ?")
                .param(draft)
                .update();

        assertThat(sees(colleague, draft)).isTrue();
        close(stage.coordinator, colleague, false, Optional.empty());
        assertThat(sees(colleague, draft)).isFalse();
    }

    @Test
    void saysWhoAndWhyAndIsRefusedTwice() {
        assertThatThrownBy(() -> stage.does(
                        stage.coordinator,
                        () -> aside.close(draft, List.of(colleague), false, FreeText.NONE, Optional.empty())))
                .hasMessageContaining("document.refusal.aside-reason");
        close(stage.coordinator, colleague, false, Optional.empty());
        assertThatThrownBy(() -> close(stage.coordinator, colleague, false, Optional.empty()))
                .hasMessageContaining("document.refusal.aside-already");
    }
}
