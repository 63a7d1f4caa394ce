package se.samverkan.agreement.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.agreement.text.AgreementView.Accepted;
import se.samverkan.agreement.text.AgreementView.Edition;
import se.samverkan.agreement.text.AgreementView.InForce;
import se.samverkan.agreement.text.AgreementView.Reopened;
import se.samverkan.agreement.text.AgreementView.SetAside;
import se.samverkan.agreement.text.AgreementView.Working;
import se.samverkan.shared.AskedOnce;
import tools.jackson.databind.json.JsonMapper;

/** The agreements in the database, as row-level security lets the actor see them. */
@Repository
class StoredAgreements {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final JsonMapper json;
    private final Names names;
    private final StoredClauseWords words;

    StoredAgreements(JdbcClient database, JsonMapper json, Names names, StoredClauseWords words) {
        this.database = database;
        this.json = json;
        this.names = names;
        this.words = words;
    }

    /** A row of the agreement itself. */
    record Head(
            long id,
            long partnership,
            int number,
            long owner,
            long organiser,
            @Nullable Long setAsideBy,
            @Nullable Instant setAsideAt,
            String setAsideWhy) {}

    List<Head> ofPartnership(long partnership) {
        return database.sql("select * from agreement.agreement where partnership = ? order by number, id")
                .param(partnership)
                .query((row, n) -> head(row))
                .list();
    }

    /** Where each agreement of a partnership stands, in one question. */
    List<Agreements.Standing> standing(long partnership) {
        return AskedOnce.in(StoredAgreements.class, partnership, () -> askedStanding(partnership));
    }

    private List<Agreements.Standing> askedStanding(long partnership) {
        return database.sql("""
                select a.id, a.number, case
                    when a.set_aside_at is not null then 'SET_ASIDE'
                    when exists (select from agreement.in_force f where f.agreement = a.id) then 'IN_FORCE'
                    when exists (select from agreement.acceptance c
                        where c.agreement = a.id and agreement.is_accepted(c.agreement, c.edition)) then 'AGREED'
                    when exists (select from agreement.edition e where e.agreement = a.id) then 'NEGOTIATED'
                    else 'DRAFT' end as stage
                from agreement.agreement a where a.partnership = ? order by a.number, a.id
                """)
                .param(partnership)
                .query(Agreements.Standing.class)
                .list();
    }

    Optional<Head> find(long id) {
        return database.sql("select * from agreement.agreement where id = ?")
                .param(id)
                .query((row, n) -> head(row))
                .optional();
    }

    /** A text that one party has handed over and the other has not answered. */
    record WaitingText(long id, int number, long owner, long organiser, Party handedOverBy) {}

    /** The texts that wait for an answer, of all agreements that the actor draws up. */
    List<WaitingText> waiting() {
        return database.sql("""
                select distinct on (a.id) a.id, a.number, a.owner_organisation, a.organiser, e.party
                from agreement.agreement a join agreement.edition e on e.agreement = a.id
                where a.set_aside_at is null
                  and not exists (select from agreement.acceptance c where c.agreement = a.id and c.edition = (
                    select max(l.number) from agreement.edition l where l.agreement = a.id))
                order by a.id, e.number desc
                """)
                .query((row, n) -> new WaitingText(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getLong("owner_organisation"),
                        row.getLong("organiser"),
                        Party.valueOf(row.getString("party"))))
                .list();
    }

    /** Locks an agreement until the transaction ends, so that two who decide do it one after the other. */
    void lock(long id) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('agreement', ?))")
                .param(id)
                .query(rows -> {});
    }

    long begin(long partnership, int number, long owner, long organiser) {
        return database.sql("""
                insert into agreement.agreement (partnership, number, owner_organisation, organiser)
                values (?, ?, ?, ?) returning id
                """)
                .params(partnership, number, owner, organiser)
                .query(Long.class)
                .single();
    }

    Optional<Working> working(long agreement, Party party) {
        return database.sql(
                        "select content, version, changed_at from agreement.working_text where agreement = ? and party = ?")
                .params(agreement, party.name())
                .query((row, n) -> new Working(
                        text(row),
                        row.getInt("version"),
                        row.getTimestamp("changed_at").toInstant()))
                .optional()
                .map(own -> new Working(words.filled(own.text(), agreement, party), own.version(), own.changedAt()));
    }

    /** @param version the version that the text is from now on */
    void write(long agreement, Party party, AgreementText text, int version) {
        database.sql("""
                insert into agreement.working_text (agreement, party, content, version)
                values (:agreement, :party, :content::jsonb, :version)
                on conflict (agreement, party) do update set content = excluded.content,
                    version = excluded.version, changed_by = access.person(), changed_at = now()
                """)
                .param("agreement", agreement)
                .param("party", party.name())
                .param("content", json.writeValueAsString(words.kept(text)))
                .param("version", version)
                .update();
        words.write(agreement, party, text);
    }

    List<Edition> editions(long agreement) {
        record Row(Edition edition, long person) {}
        List<Row> rows = database.sql("""
                select number, party, content, words, made_by, made_at from agreement.edition
                where agreement = ? order by number
                """)
                .param(agreement)
                .query((row, n) -> new Row(
                        new Edition(
                                row.getInt("number"),
                                Party.valueOf(row.getString("party")),
                                text(row),
                                row.getString("words"),
                                NOBODY,
                                row.getTimestamp("made_at").toInstant()),
                        row.getLong("made_by")))
                .list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::person).distinct().toList());
        return rows.stream()
                .map(row -> row.edition().by(called.getOrDefault(row.person(), NOBODY)))
                .map(edition -> edition.saying(words.filled(edition.text(), agreement, edition.number())))
                .toList();
    }

    void handOver(long agreement, int number, Party party, AgreementText text, String note) {
        database.sql("""
                insert into agreement.edition (agreement, number, party, content, words)
                values (:agreement, :number, :party, :content::jsonb, :words)
                """)
                .param("agreement", agreement)
                .param("number", number)
                .param("party", party.name())
                .param("content", json.writeValueAsString(words.kept(text)))
                .param("words", note)
                .update();
        words.handOver(agreement, number, text);
    }

    Optional<Accepted> accepted(long agreement) {
        return database.sql("""
                        select edition, made_by, made_at from agreement.acceptance
                        where agreement = ? and agreement.is_accepted(agreement, edition)
                        """)
                .param(agreement)
                .query((row, n) -> new Accepted(
                        row.getInt("edition"),
                        name(row.getLong("made_by")),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    void accept(long agreement, int edition) {
        database.sql("insert into agreement.acceptance (agreement, edition) values (?, ?)")
                .params(agreement, edition)
                .update();
    }

    /** Opens a text that was accepted; the agency's own text begins as that one. */
    void reopen(long agreement, int edition, String why) {
        database.sql("insert into agreement.reopening (agreement, edition, why) values (?, ?, ?)")
                .params(agreement, edition, why)
                .update();
    }

    Optional<Reopened> reopened(long agreement) {
        return database.sql("""
                        select edition, why, made_by, made_at from agreement.reopening
                        where agreement = ? order by edition desc limit 1
                        """)
                .param(agreement)
                .query((row, n) -> new Reopened(
                        row.getInt("edition"),
                        row.getString("why"),
                        name(row.getLong("made_by")),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    Optional<InForce> inForce(long agreement) {
        return database.sql("""
                        select f.request, f.version, f.checksum, f.since, d.document from agreement.in_force f
                        left join agreement.filing d on d.agreement = f.agreement where f.agreement = ?
                        """)
                .param(agreement)
                .query((row, n) -> new InForce(
                        row.getLong("request"),
                        row.getInt("version"),
                        row.getString("checksum"),
                        row.getTimestamp("since").toInstant(),
                        Optional.ofNullable(row.getObject("document", Long.class))
                                .map(OptionalLong::of)
                                .orElse(OptionalLong.empty())))
                .optional();
    }

    void setAside(long agreement, String why) {
        database.sql("""
                update agreement.agreement set set_aside_by = access.person(), set_aside_at = now(), set_aside_why = ?
                where id = ?
                """).params(why, agreement).update();
    }

    Optional<SetAside> setAside(Head head) {
        return Optional.ofNullable(head.setAsideAt())
                .map(at -> new SetAside(
                        head.setAsideWhy(),
                        Stream.ofNullable(head.setAsideBy())
                                .map(this::name)
                                .findFirst()
                                .orElse(NOBODY),
                        at));
    }

    private PersonName name(long person) {
        return names.of(List.of(person)).getOrDefault(person, NOBODY);
    }

    private AgreementText text(ResultSet row) throws SQLException {
        return json.readValue(row.getString("content"), AgreementText.class);
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getInt("number"),
                row.getLong("owner_organisation"),
                row.getLong("organiser"),
                row.getObject("set_aside_by", Long.class),
                Optional.ofNullable(row.getTimestamp("set_aside_at"))
                        .map(java.sql.Timestamp::toInstant)
                        .orElse(null),
                row.getString("set_aside_why"));
    }
}
