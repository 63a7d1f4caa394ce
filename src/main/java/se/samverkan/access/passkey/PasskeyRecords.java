package se.samverkan.access.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Where passkeys are kept: the public half of each, and how often it has signed. */
@Repository
class PasskeyRecords implements UserCredentialRepository {

    private final JdbcClient database;

    PasskeyRecords(JdbcClient database) {
        this.database = database;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return database.sql("select * from access.passkey_known(?)")
                .param(id.getBytes())
                .query(PasskeyRecords::record)
                .optional()
                .orElse(null);
    }

    /** Those of the person of this transaction; a passkey is never listed for anybody else. */
    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql("select k.* from access.passkey p, access.passkey_known(p.id) k"
                        + " where p.person = access.person() and k.handle = ?")
                .param(handle.getBytes())
                .query(PasskeyRecords::record)
                .list();
    }

    /** A new passkey becomes the one of the person of this transaction; a known one has signed once more. */
    @Override
    public void save(CredentialRecord passkey) {
        if (findByCredentialId(passkey.getCredentialId()) == null) {
            insert(passkey);
        } else {
            database.sql("select access.passkey_used(?, ?, ?)")
                    .params(passkey.getCredentialId().getBytes(), passkey.getSignatureCount(), passkey.isBackupState())
                    .query(row -> {});
        }
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a passkey is removed by its owner, on their own page");
    }

    private void insert(CredentialRecord passkey) {
        String[] transports = passkey.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .toArray(String[]::new);
        database.sql("""
                        insert into access.passkey (id, person, label, public_key, signature_count, user_verified,
                            backup_eligible, backed_up, transports, attestation, client_data)
                        values (:id, access.person(), :label, :key, :count, :verified, :eligible, :backed, :transports,
                            :attestation, :client)
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("backed", passkey.isBackupState())
                .param("transports", transports)
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .update();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        var builder = ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(transports(row))
                .label(row.getString("label"))
                .created(created)
                .lastUsed(used == null ? created : used.toInstant());
        byte @Nullable [] attestation = row.getBytes("attestation");
        byte @Nullable [] client = row.getBytes("client_data");
        if (attestation != null && client != null) {
            builder.attestationObject(new Bytes(attestation)).attestationClientDataJSON(new Bytes(client));
        }
        return builder.build();
    }

    private static Set<AuthenticatorTransport> transports(ResultSet row) throws SQLException {
        String[] names =
                (String[]) Objects.requireNonNull(row.getArray("transports")).getArray();
        return Arrays.stream(names).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet());
    }
}
