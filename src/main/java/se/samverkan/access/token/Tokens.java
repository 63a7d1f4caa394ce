package se.samverkan.access.token;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;

/** Where keys to the API are kept: their digests, never the secrets. */
@Repository
class Tokens {

    private static final String SHOWN = """
            select t.id, t.name, t.prefix, n.name as owner, t.scope, t.ends_on, t.used_on,
                case when t.revoked_at is not null then 'REVOKED' when t.ends_on < access.today() then 'ENDED'
                    else 'WORKS' end as state
            from access.api_token t cross join lateral access.names_of(array[t.person]) n
            """;

    private final JdbcClient database;

    Tokens(JdbcClient database) {
        this.database = database;
    }

    /**
     * Whose key it is.
     *
     * @param state WORKS, ENDED or REVOKED
     */
    record Bearer(long person, List<Verb> scope, String state) {}

    List<TokenView> list() {
        return database.sql(SHOWN + " order by state desc, t.ends_on, t.id")
                .query(Tokens::token)
                .list();
    }

    Optional<TokenView> find(long id) {
        return database.sql(SHOWN + " where t.id = ?")
                .param(id)
                .query(Tokens::token)
                .optional();
    }

    /** The person with this address whom the actor sees. */
    Optional<Long> personWith(String email) {
        return database.sql(
                        "select id from access.person where lower(email) = lower(?) and email <> '' and not service")
                .param(email)
                .query(Long.class)
                .optional();
    }

    boolean manages(long person) {
        return database.sql("select access.manages_wholly(?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    void add(long owner, long maker, TokenForm form, LocalDate endsOn, Secret secret) {
        try {
            database.sql("""
                            insert into access.api_token (person, made_by, name, prefix, digest, scope, request, ends_on)
                            values (:owner, :maker, :name, :prefix, :digest, :scope, :request, :endsOn)
                            """)
                    .param("owner", owner)
                    .param("maker", maker)
                    .param("name", form.name())
                    .param("prefix", secret.prefix())
                    .param("digest", secret.digest())
                    .param("scope", form.verbs().stream().map(Enum::name).toArray(String[]::new))
                    .param("request", form.number())
                    .param("endsOn", endsOn)
                    .update();
        } catch (DuplicateKeyException e) {
            Refusal refusal = Refusal.rule("refusal.token.made-already");
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    boolean revoke(long id) {
        return database.sql("update access.api_token set revoked_at = now(), version = version + 1"
                                + " where id = ? and revoked_at is null")
                        .param(id)
                        .update()
                == 1;
    }

    /** Whose key has this digest, and notes that it was used today. */
    Optional<Bearer> bearer(byte[] digest) {
        return database.sql("select person, scope, state from access.token_bearer(?)")
                .param(digest)
                .query((row, n) ->
                        new Bearer(row.getLong("person"), verbs(row.getArray("scope")), row.getString("state")))
                .optional();
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    private static TokenView token(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate usedOn = row.getObject("used_on", LocalDate.class);
        return new TokenView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("prefix"),
                row.getString("owner"),
                verbs(row.getArray("scope")),
                row.getObject("ends_on", LocalDate.class),
                usedOn,
                row.getString("state"));
    }

    private static List<Verb> verbs(Array names) throws SQLException {
        List<String> held = Arrays.asList((String[]) names.getArray());
        return Arrays.stream(Verb.values())
                .filter(verb -> held.contains(verb.name()))
                .toList();
    }
}
