package se.samverkan.agreement.text;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.AgreementText.Secret;

/** The words of clauses that are kept apart, in rows of their own, as row-level security and their marks let the actor see them. */
@Repository
class StoredClauseWords {

    private final JdbcClient database;

    StoredClauseWords(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a clause apart in every text of the partnership, so that it can be marked. */
    long keepApart(long agreement, Clause clause) {
        return database.sql("select agreement.keep_apart(?, ?, ?)")
                .params(agreement, clause.key(), clause.heading())
                .query(Long.class)
                .single();
    }

    /** A party's own text with what the reader may read. */
    AgreementText filled(AgreementText text, long agreement, Party party) {
        return text.hasSecrets() ? text.filled(words("party = ?", agreement, party.name())) : text;
    }

    /** An edition with what the reader may read. */
    AgreementText filled(AgreementText text, long agreement, int edition) {
        return text.hasSecrets() ? text.filled(words("edition = ?", agreement, edition)) : text;
    }

    private Map<Long, String> words(String which, long agreement, Object of) {
        Map<Long, String> found = new HashMap<>();
        database.sql("select clause, words from agreement.clause_words where agreement = ? and " + which)
                .params(agreement, of)
                .query(row -> {
                    found.put(row.getLong("clause"), row.getString("words"));
                });
        return found;
    }

    /** The text as its row holds it: of what is kept apart no words, and the checksum of those that were written. */
    AgreementText kept(AgreementText text) {
        return text.hasSecrets() ? text.mapped(this::kept) : text;
    }

    private Clause kept(Clause clause) {
        Secret secret = clause.secret();
        return secret == null || clause.words().isEmpty()
                ? clause
                : new Clause(
                        clause.key(),
                        clause.heading(),
                        "",
                        new Secret(secret.id(), checksum(secret.id(), clause.words())));
    }

    private String checksum(long clause, String words) {
        return database.sql("select agreement.checksum_of(?, ?)")
                .params(clause, words)
                .query(String.class)
                .single();
    }

    /** Keeps the words of a party's own text that the writer reads; the others come with it as they were. */
    void write(long agreement, Party party, AgreementText text) {
        text.clauses().stream()
                .filter(clause -> clause.secret() != null && !clause.words().isEmpty())
                .forEach(clause -> write(agreement, party, clause));
        copy(agreement, party, 0, text);
    }

    private void write(long agreement, Party party, Clause clause) {
        Secret secret = java.util.Objects.requireNonNull(clause.secret());
        database.sql("""
                        insert into agreement.clause_words (clause, agreement, party, words)
                        values (:clause, :agreement, :party, :words)
                        on conflict (clause, agreement, coalesce(edition, 0), coalesce(party, ''))
                            do update set words = excluded.words
                        """)
                .param("clause", secret.id())
                .param("agreement", agreement)
                .param("party", party.name())
                .param("words", clause.words())
                .update();
    }

    /** Lets what an edition says of clauses that are kept apart go with it, whoever hands it over. */
    void handOver(long agreement, int edition, AgreementText text) {
        copy(agreement, null, edition, text);
    }

    private void copy(long agreement, @org.jspecify.annotations.Nullable Party party, int edition, AgreementText text) {
        if (text.hasSecrets()) {
            database.sql("select agreement.copy_words(:agreement, :party, :edition)")
                    .param("agreement", agreement)
                    .param("party", party == null ? null : party.name(), java.sql.Types.VARCHAR)
                    .param("edition", edition == 0 ? null : edition, java.sql.Types.INTEGER)
                    .query(row -> {});
        }
    }
}
