package se.samverkan.records.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.records.signature.SignatureRequest.Signatory;
import se.samverkan.records.signature.SigningView.DocumentVersion;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.records.signature.SigningView.SignatureView;
import se.samverkan.records.signature.SigningView.Withdrawal;

/** Where requests for signatures are kept; row-level security leaves those that the actor asked for or must sign. */
@Repository
class StoredSignings {

    private final JdbcClient database;

    StoredSignings(JdbcClient database) {
        this.database = database;
    }

    private record Placed(long request, SignatoryView signatory) {}

    private record Signed(long request, int position, SignatureView signature) {}

    Optional<SigningView> find(long id) {
        return views("r.id = " + id).stream().findFirst();
    }

    Optional<SigningView> of(String subjectType, String subjectId) {
        return database.sql("select id from records.signing_request where subject_type = ? and subject_id = ?")
                .params(subjectType, subjectId)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** Those in which a person must sign, the newest first. */
    List<SigningView> ofSignatory(long person) {
        return views("exists (select from records.signatory s where s.request = r.id and s.person = " + person + ")");
    }

    private List<SigningView> views(String condition) {
        Map<Long, List<Signed>> signatures = signatures(condition);
        Map<Long, List<SignatoryView>> signatories = signatories(condition, signatures);
        return database.sql("""
                        select r.*, d.version, encode(d.checksum, 'hex') as sum, length(d.content) as size, d.reason, d.added_at,
                            l.sealed_at, w.reason as why_withdrawn, w.withdrawn_at
                        from records.signing_request r
                        join lateral (select * from records.signing_document v where v.request = r.id
                            order by v.version desc limit 1) d on true
                        left join records.signing_seal l on l.request = r.id and l.version = d.version
                        left join records.signing_withdrawal w on w.request = r.id and w.version = d.version
                        where %s order by r.asked_at desc, r.id desc
                        """.formatted(condition))
                .query((row, n) -> view(row, signatories.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static SigningView view(ResultSet row, List<SignatoryView> signatories) throws SQLException {
        var sealed = row.getTimestamp("sealed_at");
        var withdrawn = row.getTimestamp("withdrawn_at");
        return new SigningView(
                row.getLong("id"),
                row.getLong("owner_organisation"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("title"),
                row.getBoolean("in_order"),
                row.getTimestamp("asked_at").toInstant(),
                new DocumentVersion(
                        row.getInt("version"),
                        row.getString("sum"),
                        row.getLong("size"),
                        row.getString("reason"),
                        row.getTimestamp("added_at").toInstant()),
                signatories,
                withdrawn == null ? null : new Withdrawal(row.getString("why_withdrawn"), withdrawn.toInstant()),
                sealed == null ? null : sealed.toInstant());
    }

    private Map<Long, List<SignatoryView>> signatories(String condition, Map<Long, List<Signed>> signatures) {
        return database
                .sql("""
                        select s.* from records.signatory s join records.signing_request r on r.id = s.request
                        where %s order by s.request, s.position
                        """.formatted(condition))
                .query((row, n) -> new Placed(
                        row.getLong("request"),
                        new SignatoryView(
                                row.getInt("position"),
                                row.getLong("person"),
                                row.getString("name"),
                                row.getString("organisation_name"),
                                row.getString("mandate"),
                                row.getObject("mandate_ends", LocalDate.class),
                                at(signatures, row.getLong("request"), row.getInt("position")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Placed::request, Collectors.mapping(Placed::signatory, Collectors.toList())));
    }

    private static List<SignatureView> at(Map<Long, List<Signed>> signatures, long request, int position) {
        return signatures.getOrDefault(request, List.of()).stream()
                .filter(each -> each.position() == position)
                .map(Signed::signature)
                .toList();
    }

    private Map<Long, List<Signed>> signatures(String condition) {
        return database
                .sql("""
                        select g.request, g.position, g.version, g.kind, g.service, g.invented, g.signed_as, g.signed_at
                        from records.signature g join records.signing_request r on r.id = g.request
                        where %s order by g.version
                        """.formatted(condition))
                .query((row, n) -> new Signed(
                        row.getLong("request"),
                        row.getInt("position"),
                        new SignatureView(
                                row.getInt("version"),
                                row.getString("kind").equals("PAPER"),
                                row.getString("service"),
                                row.getBoolean("invented"),
                                row.getString("signed_as"),
                                row.getTimestamp("signed_at").toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Signed::request));
    }

    /** What waits for the actor: not signed, not taken back, the own turn, a mandate that holds. */
    List<Signing.Waiting> waiting() {
        return database.sql("""
                        select r.id, r.title from records.signatory s
                        join records.signing_request r on r.id = s.request
                        join lateral (select max(version) as version from records.signing_document v
                            where v.request = r.id) d on true
                        where s.person = access.person()
                          and (s.mandate_ends is null or s.mandate_ends >= access.today())
                          and not exists (select from records.signing_withdrawal w
                            where w.request = r.id and w.version = d.version)
                          and not exists (select from records.signatory b
                            where b.request = r.id and (b.position = s.position or r.in_order and b.position < s.position)
                              and (b.position = s.position) = exists (select from records.signature g
                                where g.request = r.id and g.position = b.position and g.version = d.version))
                        order by r.asked_at, r.id
                        """).query(Signing.Waiting.class).list();
    }

    void withdraw(long request, int version, String reason) {
        database.sql("insert into records.signing_withdrawal (request, version, reason) values (?, ?, ?)")
                .params(request, version, reason)
                .update();
    }

    /** Waits for others who change the same request, until the transaction ends. */
    void hold(long request) {
        database.sql("select records.hold_signing(?)").param(request).query(row -> {});
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    long add(SignatureRequest request) {
        long id = database.sql("""
                        insert into records.signing_request (owner_organisation, subject_type, subject_id, title, in_order)
                        values (?, ?, ?, ?, ?) returning id
                        """)
                .params(request.owner(), request.subjectType(), request.subjectId(), request.title(), request.inOrder())
                .query(Long.class)
                .single();
        for (int position = 1; position <= request.signatories().size(); position++) {
            addSignatory(id, position, request.signatories().get(position - 1));
        }
        return id;
    }

    private void addSignatory(long request, int position, Signatory signatory) {
        database.sql("""
                        insert into records.signatory values (:request, :position, :person, :name, :organisation,
                            :organisationName, :mandate, :mandateEnds::date)
                        """)
                .param("request", request)
                .param("position", position)
                .param("person", signatory.person())
                .param("name", signatory.name())
                .param("organisation", signatory.organisation())
                .param("organisationName", signatory.organisationName())
                .param("mandate", signatory.mandate())
                .param("mandateEnds", signatory.mandateEnds())
                .update();
    }

    void addDocument(long request, int version, byte[] content, String reason) {
        database.sql("""
                        insert into records.signing_document (request, version, content, checksum, reason)
                        values (:request, :version, :content, sha256(:content), :reason)
                        """)
                .param("request", request)
                .param("version", version)
                .param("content", content)
                .param("reason", reason)
                .update();
    }

    Optional<byte[]> content(long request, int version) {
        return database.sql("select content from records.signing_document where request = ? and version = ?")
                .params(request, version)
                .query(byte[].class)
                .optional();
    }

    /** The SHA-256 of a version, in hexadecimal. */
    String checksum(long request, int version) {
        return database.sql(
                        "select encode(checksum, 'hex') from records.signing_document where request = ? and version = ?")
                .params(request, version)
                .query(String.class)
                .single();
    }

    /** The organisation that somebody signs for. */
    long partyOf(long request, int position) {
        return database.sql("select organisation from records.signatory where request = ? and position = ?")
                .params(request, position)
                .query(Long.class)
                .single();
    }

    /** A signature as it is to be kept. */
    record Kept(
            int position,
            int version,
            SignatureView signature,
            java.util.@Nullable UUID attempt,
            byte[] proof,
            String proofType) {}

    /** @return false when it was kept already */
    boolean keep(long request, Kept kept) {
        SignatureView signature = kept.signature();
        return database.sql("""
                        insert into records.signature (request, position, version, kind, service, invented, signed_as,
                            signed_at, attempt, proof, proof_type)
                        values (:request, :position, :version, :kind, :service, :invented, :signedAs, :signedAt,
                            :attempt::uuid, :proof, :proofType) on conflict do nothing
                        """)
                        .param("request", request)
                        .param("position", kept.position())
                        .param("version", kept.version())
                        .param("kind", signature.onPaper() ? "PAPER" : "SERVICE")
                        .param("service", signature.service())
                        .param("invented", signature.invented())
                        .param("signedAs", signature.signedAs())
                        .param("signedAt", java.sql.Timestamp.from(signature.signedAt()))
                        .param("attempt", kept.attempt())
                        .param("proof", kept.proof())
                        .param("proofType", kept.proofType())
                        .update()
                == 1;
    }

    /** What proves a signature: the service's answer, or the scanned paper. */
    Optional<Proof> proof(long request, int position, int version) {
        return database.sql("""
                        select proof, proof_type from records.signature where request = ? and position = ? and version = ?
                        """)
                .params(request, position, version)
                .query((row, n) -> new Proof(row.getBytes("proof"), row.getString("proof_type")))
                .optional();
    }
}
