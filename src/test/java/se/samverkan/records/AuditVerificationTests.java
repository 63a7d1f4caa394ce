package se.samverkan.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.records.AuditVerification.Fault;
import se.samverkan.records.AuditVerification.Proof;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** The proof of the log: what somebody with the owner's password changes behind its back is found. */
@SamverkanTest
@DirtiesContext
class AuditVerificationTests {

    @Autowired
    AuditVerification verification;

    @Autowired
    Disposal disposal;

    @Autowired
    AuditTrail trail;

    @Autowired
    RecordLog log;

    @Autowired
    ActingAs acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestDatabase database;

    private JdbcClient behind;

    @BeforeEach
    void begins() {
        DataSource owner = database.asOwner();
        behind = JdbcClient.create(owner);
        behind.sql("alter table records.audit_entry disable trigger all").update();
        behind.sql("alter table records.audit_value disable trigger all").update();
        behind.sql("do $$ declare part text; begin for part in select inhrelid::regclass::text from pg_inherits"
                        + " where inhparent in ('records.audit_entry'::regclass, 'records.audit_value'::regclass) loop"
                        + " execute 'alter table ' || part || ' disable trigger all'; end loop; end $$")
                .update();
        behind.sql("delete from records.audit_entry").update();
        behind.sql("delete from records.audit_value").update();
        behind.sql("delete from records.audit_chain").update();
        for (int n = 1; n <= 5; n++) {
            happens("area.renamed", n, 41L);
            happens("area.renamed", n, 42L);
            happens("area.renamed", n, null);
        }
    }

    private void happens(String what, int subject, Long organisation) {
        acting.console(() -> transaction.<Object>execute(status -> {
            Happening.Subject area = new Happening.Subject("area", Integer.toString(subject), "Område " + subject);
            trail.record(Happening.of(what, area, organisation).changing("name", "Söder", "Norr"));
            return null;
        }));
    }

    private Proof proof() {
        return acting.console(verification::verify);
    }

    private void assertBroken(long organisation, long position, Fault fault) {
        assertThat(proof().broken()).hasValueSatisfying(broken -> {
            assertThat(broken.organisation()).isEqualTo(organisation);
            assertThat(broken.position()).isEqualTo(position);
            assertThat(broken.fault()).isEqualTo(fault);
        });
    }

    @Test
    void provesALogThatNobodyTouched() {
        Proof proof = proof();

        assertThat(proof.holds()).isTrue();
        assertThat(proof.links()).isEqualTo(15);
        assertThat(proof.chains()).isEqualTo(3);
    }

    @Test
    void findsAnEntryThatWasChanged() {
        behind.sql("update records.audit_entry set person = 99 where organisation = 41 and position = 3")
                .update();

        assertBroken(41, 3, Fault.ENTRY_CHANGED);
    }

    @Test
    void findsALinkThatWasTakenAway() {
        behind.sql("delete from records.audit_entry where organisation = 42 and position = 2")
                .update();

        assertBroken(42, 2, Fault.LINK_MISSING);
    }

    @Test
    void findsTheFirstLinkTakenAway() {
        behind.sql("delete from records.audit_entry where organisation = 0 and position = 1")
                .update();

        assertBroken(0, 1, Fault.LINK_MISSING);
    }

    @Test
    void findsTheLastLinkTakenAway() {
        behind.sql("delete from records.audit_entry where organisation = 41 and position = 5")
                .update();

        assertBroken(41, 5, Fault.LINK_MISSING);
    }

    @Test
    void findsAWholeChainTakenAway() {
        behind.sql("delete from records.audit_entry where organisation = 42").update();

        assertBroken(42, 1, Fault.LINK_MISSING);
    }

    @Test
    void findsAValueThatWasChanged() {
        behind.sql("update records.audit_value set after = 'Väster'"
                        + " where organisation = 41 and position = 2 and field = 'name'")
                .update();

        assertBroken(41, 2, Fault.VALUE_CHANGED);
    }

    @Test
    void findsAValueThatWasTakenAway() {
        behind.sql("delete from records.audit_value where organisation = 41 and position = 4 and number = 1")
                .update();

        assertBroken(41, 4, Fault.VALUE_CHANGED);
    }

    @Test
    void findsAValueErasedWithoutADisposal() {
        behind.sql("update records.audit_value set salt = null, before = null, after = null"
                        + " where organisation = 41 and position = 4")
                .update();

        assertBroken(41, 4, Fault.VALUE_ERASED_UNLAWFULLY);
    }

    @Test
    void findsAForgedEntryWhoseHashWasComputedAgain() {
        behind.sql("update records.audit_entry set person = 99 where organisation = 41 and position = 3")
                .update();
        behind.sql("update records.audit_entry e set hash = p.expected_hash from records.audit_proof p"
                        + " where p.organisation = e.organisation and p.position = e.position and e.organisation = 41"
                        + " and e.position = 3")
                .update();

        assertBroken(41, 4, Fault.LINK_MISSING);
    }

    @Test
    void changesItsSealWhenAChainIsTakenBackWithItsEnd() {
        String before = proof().seal();
        behind.sql("delete from records.audit_entry where organisation = 42 and position = 5")
                .update();
        behind.sql("update records.audit_chain set last_position = 4, last_hash = (select hash from records.audit_entry"
                        + " where organisation = 42 and position = 4) where organisation = 42")
                .update();

        assertThat(proof().holds()).isTrue();
        assertThat(proof().seal()).isNotEqualTo(before);
    }

    @Test
    void holdsAfterALawfulDisposalThatItTellsOf() {
        long links = acting.console(() -> disposal.dispose("area", "3"));

        assertThat(links).isEqualTo(3);
        assertThat(proof().holds()).isTrue();
        assertThat(proof().links()).isEqualTo(18);
        assertThat(behind.sql("select count(*) from records.audit_value v join records.audit_entry e"
                                + " using (organisation, position, at) where e.subject_id = '3'"
                                + " and e.what <> 'values.disposed'"
                                + " and (v.salt is not null or v.before is not null or v.after is not null)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(log.of("area", "3", 10))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.subject().name()).isEmpty());
        assertThat(acting.console(() -> disposal.dispose("area", "2"))).isEqualTo(3);
        assertThat(log.of("area", "1", 10).getFirst().changes().getFirst().after())
                .isEqualTo("Norr");
    }

    @Test
    void tellsWhoRanTheCommand() {
        assertThat(log.of("area", "1", 1).getFirst().onBehalfOf()).isEqualTo(System.getProperty("user.name"));
        assertThat(log.of("area", "1", 1).getFirst().who().name()).isEqualTo("console");
    }

    @Test
    void isRefusedToWhoMayNotReadTheLog() {
        assertThatThrownBy(() -> verification.verify()).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> disposal.dispose("area", "1")).isInstanceOf(Refusal.class);
    }
}
