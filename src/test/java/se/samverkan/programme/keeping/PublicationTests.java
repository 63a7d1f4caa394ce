package se.samverkan.programme.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.programme.Variants;
import se.samverkan.programme.file.VariantFile.Parent;
import se.samverkan.programme.keeping.VariantKeeping.Beginning;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A version is published whole or not at all, by whoever may, and never changed after. */
@SamverkanTest
class PublicationTests {

    @Autowired
    VariantKeeping keeping;

    @Autowired
    Variants variants;

    @Autowired
    ActingAs acting;

    @Autowired
    JdbcClient application;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestDatabase database;

    private long keeper;
    private String key;

    @BeforeEach
    void aDraft() {
        keeper = new Cast(database).player("Asta", Role.ADMINISTRATOR, null);
        key = "p" + System.nanoTime();
        acting.person(keeper, () -> {
            keeping.begin(key, new Text("Prov", ""), Beginning.INHERIT, Optional.of(new Parent("ksbs", 1)));
            return true;
        });
    }

    @Test
    void publishesNothingWhenTheDatabaseDiesBetweenTheDeedAndItsEnd() {
        assertThatThrownBy(() -> acting.person(
                        keeper,
                        () -> new TransactionTemplate(transactions).execute(status -> {
                            keeping.publish(key, 1, "");
                            application
                                    .sql("select pg_terminate_backend(pg_backend_pid())")
                                    .query()
                                    .singleRow();
                            return true;
                        })))
                .isInstanceOf(RuntimeException.class);

        assertThat(variants.newest(key)).isEmpty();
        assertThat(publishNow()).isEqualTo(1);
    }

    @Test
    void changesNothingThatIsPublished() {
        publishNow();
        assertThatThrownBy(() -> acting.person(keeper, () -> {
                    keeping.changeNow(key, whole -> Map.copyOf(whole));
                    return true;
                }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> acting.person(
                        keeper,
                        () -> new TransactionTemplate(transactions)
                                .execute(status -> application
                                        .sql("update programme.version set revision = 7 where variant = ?")
                                        .param(key)
                                        .update())))
                .rootCause()
                .hasMessageContaining("published");
    }

    @Test
    void showsADraftToNobodyElseAndLetsNobodyElseWriteOne() {
        long officer = new Cast(database).player("Olle", Role.PROGRAMME_OFFICER, null);
        TransactionTemplate once = new TransactionTemplate(transactions);
        assertThat(acting.<Long>person(
                        officer,
                        () -> Objects.requireNonNull(once.execute(status -> application
                                .sql("select count(*) from programme.version where variant = ?")
                                .param(key)
                                .query(Long.class)
                                .single()))))
                .isZero();
        assertThatThrownBy(() -> acting.person(
                        officer,
                        () -> once.execute(status -> application
                                .sql("insert into programme.publication (variant, version, reason) values (?, 1, '')")
                                .param(key)
                                .update())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void refusesTheSecondOfTwoWhoPublishTheSameDraft() {
        publishNow();
        assertThatThrownBy(this::publishNow).isInstanceOf(Refusal.class);
    }

    private int publishNow() {
        return acting.person(keeper, () -> {
            keeping.publish(key, keeping.draft(key).revision(), "");
            return variants.newest(key).orElseThrow();
        });
    }
}
