package se.samverkan.discussion.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** What somebody is writing is kept for that person until the form has been sent. */
@SamverkanTest
class DraftsTests {

    private static final String FORM = "/meetings/12/paragraphs#write-3";
    private static final String CONTENT = "{\"words\": [\"Vi såg tre\"]}";

    @Autowired
    Drafts drafts;

    @Autowired
    SentForms sentForms;

    @Autowired
    ActingAs acting;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestDatabase owner;

    private long writer;
    private long other;
    private final UUID token = UUID.randomUUID();

    @BeforeEach
    void people() {
        Cast cast = new Cast(owner);
        writer = cast.person("Skribent", null);
        other = cast.person("Annan", null);
    }

    private <T> T as(long person, Supplier<T> deed) {
        return acting.person(person, deed);
    }

    private void keep(String content) {
        as(writer, () -> {
            drafts.keep(FORM, token, content);
            return true;
        });
    }

    private List<KeptDraft> kept(long person) {
        return as(person, () -> drafts.of(List.of(FORM, "/other")));
    }

    @Test
    void isGivenBackToItsWriterAndNobodyElse() {
        keep("{\"words\": [\"Vi\"]}");
        keep(CONTENT);

        assertThat(kept(writer)).singleElement().satisfies(each -> {
            assertThat(each.form()).isEqualTo(FORM);
            assertThat(each.content()).contains("Vi såg tre");
        });
        assertThat(kept(other)).isEmpty();
        List<String> rows = as(
                other,
                () -> transactions.execute(status -> database.sql("select form from discussion.draft")
                        .query(String.class)
                        .list()));
        assertThat(rows).isEmpty();
    }

    @Test
    void isForgottenWhenTheFormHasBeenSent() {
        keep(CONTENT);
        as(writer, () -> sentForms.once(token, () -> "/"));

        assertThat(kept(writer)).isEmpty();
        keep("{\"words\": [\"för sent\"]}");
        assertThat(kept(writer)).isEmpty();
        as(
                writer,
                () -> transactions.execute(status -> database.sql("select discussion.forget_drafts(30)")
                        .query((row, n) -> true)
                        .list()));
        Cast cast = new Cast(owner);
        assertThat(cast.behind()
                        .sql("select count(*) from discussion.draft where person = ?")
                        .param(writer)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isThrownAwayByItsWriter() {
        keep(CONTENT);
        as(writer, () -> {
            drafts.throwAway(FORM);
            return true;
        });

        assertThat(kept(writer)).isEmpty();
    }

    @Test
    void isKeptForNobodyWhoIsNotSignedInAndNotWithoutEnd() {
        assertThat(refused(() -> drafts.keep(FORM, token, CONTENT))).isEqualTo("refusal.sign-in");
        assertThat(refused(() -> keep("\"" + "å".repeat(Drafts.MOST_LETTERS) + "\"")))
                .isEqualTo("discussion.draft.refusal.long");
        assertThat(refused(() -> as(writer, () -> {
                    drafts.keep("//elsewhere.example/", token, CONTENT);
                    return true;
                })))
                .isEqualTo("refusal.form-incomplete");
    }

    private static String refused(Runnable deed) {
        Throwable refused = Assertions.catchThrowable(deed::run);
        assertThat(refused).isInstanceOf(Refusal.class);
        return ((Refusal) refused).reason();
    }
}
