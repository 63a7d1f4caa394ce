package se.samverkan.agreement.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.agreement.AgreementStage;
import se.samverkan.agreement.text.AgreementView.Stage;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.records.signature.SigningOnBehalf;
import se.samverkan.shared.Installation;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/**
 * {@code kill -9} between signature and record: afterwards an agreement is either not signed, or in force with its record;
 * and the signature that the service made is picked up.
 */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class KilledWhileSigningTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    TestDatabase database;

    private AgreementStage stage;
    private long id;

    @BeforeEach
    void oneSignatureIsMissing() {
        stage = new AgreementStage(application, "sbs");
        stage.bean(Installation.class).become(Installation.Kind.DEMONSTRATION);
        id = stage.asked();
        stage.sign(stage.head, id);
    }

    @ParameterizedTest
    @EnumSource
    void isUnsignedOrInForceWithItsRecordAndHealed(SigningProcess.Moment moment)
            throws IOException, InterruptedException {
        SigningProcess process = SigningProcess.on(database, stage.director, stage.request(id), moment);
        try {
            process.awaitHalt();
        } finally {
            process.kill();
        }
        waitForItsConnections();

        assertThat(stage()).isEqualTo(Stage.AGREED);
        assertThat(count("select count(*) from records.signature where request = ? and position = 2"))
                .isZero();
        assertThat(records()).isZero();

        new SigningOnBehalf(application).sweep();
        new SigningOnBehalf(application).sweep();

        assertThat(stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(count("select count(*) from records.signature where request = ? and position = 2"))
                .isEqualTo(1);
        assertThat(records()).isEqualTo(2);
    }

    private Stage stage() {
        return stage.as(stage.officer, () -> stage.bean(Agreements.class).agreement(id))
                .stage();
    }

    /** The lines of both parties' logs that say that it is in force. */
    private int records() {
        return stage.cast
                .behind()
                .sql("select count(*) from records.audit_entry where what = 'agreement.in-force' and subject_id = ?")
                .param(Long.toString(id))
                .query(Integer.class)
                .single();
    }

    private int count(String sql) {
        return stage.cast
                .behind()
                .sql(sql)
                .param(stage.request(id))
                .query(Integer.class)
                .single();
    }

    /** The database notices that a client is gone, and rolls its transaction back. */
    private void waitForItsConnections() throws InterruptedException {
        for (int i = 0; i < 100 && isHeld(); i++) {
            Thread.sleep(100);
        }
    }

    private boolean isHeld() {
        return stage.cast.behind().sql("""
                        select exists (select from pg_stat_activity
                            where datname = current_database() and state = 'idle in transaction' and xact_start is not null)
                        """).query(Boolean.class).single();
    }
}
