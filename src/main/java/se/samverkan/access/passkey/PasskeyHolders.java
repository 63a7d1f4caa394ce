package se.samverkan.access.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;
import se.samverkan.access.session.Tokens;

/** Who holds passkeys, by the random handle that an authenticator keeps. */
@Repository
class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {

    private static final int HANDLE_BYTES = 32;

    private final JdbcClient database;

    PasskeyHolders(JdbcClient database) {
        this.database = database;
    }

    /** The person of this transaction as a holder, made one when they were not. */
    PublicKeyCredentialUserEntity own() {
        database.sql("insert into access.passkey_holder (person, handle) values (access.person(), ?)"
                        + " on conflict do nothing")
                .param(Tokens.randomBytes(HANDLE_BYTES))
                .update();
        return database.sql("""
                        select h.handle, p.name, p.email
                        from access.passkey_holder h join access.person p on p.id = h.person
                        where h.person = access.person()
                        """)
                .query((row, n) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(new Bytes(row.getBytes("handle")))
                        .name(row.getString("email"))
                        .displayName(row.getString("name"))
                        .build())
                .single();
    }

    @Nullable
    Long person(Bytes handle) {
        return database.sql("select access.passkey_person(?)")
                .param(handle.getBytes())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Nobody is named before they are in; the handle is the name. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        if (person(handle) == null) {
            return null;
        }
        String name = handle.toBase64UrlString();
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(name)
                .displayName(name)
                .build();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return null;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new UnsupportedOperationException("a holder is made by its own person");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("a holder stays as long as the person");
    }
}
