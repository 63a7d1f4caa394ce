package se.samverkan.records.signature;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where sealed documents are kept. */
@Repository
class StoredSeals {

    private final JdbcClient database;

    StoredSeals(JdbcClient database) {
        this.database = database;
    }

    /** A document that everybody has signed and nobody has sealed. */
    record Unsealed(long request, int version) {}

    List<Unsealed> unsealed() {
        return database.sql("select * from records.signed_without_seal()")
                .query(Unsealed.class)
                .list();
    }

    /** @return false when somebody else was first */
    boolean keep(Unsealed document, byte[] sealed, String report) {
        return database.sql("""
                        insert into records.signing_seal (request, version, content, checksum, report)
                        values (:request, :version, :content, sha256(:content), :report) on conflict do nothing
                        """)
                        .param("request", document.request())
                        .param("version", document.version())
                        .param("content", sealed)
                        .param("report", report)
                        .update()
                == 1;
    }

    Optional<SealedDocument> of(long request, int version) {
        return database.sql("""
                        select content, report, sealed_at from records.signing_seal where request = ? and version = ?
                        """)
                .params(request, version)
                .query((row, n) -> new SealedDocument(
                        row.getBytes("content"),
                        row.getString("report"),
                        row.getTimestamp("sealed_at").toInstant()))
                .optional();
    }
}
