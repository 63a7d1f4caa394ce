package se.samverkan.agreement.signing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.agreement.text.Party;

/** Who signs an agreement, what was put before them and when it came into force, as row-level security lets it be seen. */
@Repository
class StoredSigners {

    private final JdbcClient database;
    private final Names names;

    StoredSigners(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    /** The agreement that a request for signatures is of: what whoever signs may know of it. */
    record Signed(long id, int number, long owner, long organiser) {}

    /** What was put before the signatories. */
    record Put(long request, int version, int edition) {}

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    /** Those who are named, the organiser's after the agency's, each in the order they were named. */
    List<NamedSignatory> named(long agreement) {
        record Row(
                long person,
                String party,
                String mandate,
                @Nullable LocalDate mandateEnds) {}
        List<Row> rows = database.sql("""
                        select person, party, mandate, mandate_ends from agreement.signatory
                        where agreement = ? order by party, made_at, person
                        """).param(agreement).query(Row.class).list();
        Map<Long, PersonName> called = names.of(rows.stream().map(Row::person).toList());
        return rows.stream()
                .map(row -> new NamedSignatory(
                        row.person(),
                        called.getOrDefault(row.person(), new PersonName("", null))
                                .name(),
                        Party.valueOf(row.party()),
                        row.mandate(),
                        Optional.ofNullable(row.mandateEnds())))
                .toList();
    }

    /** @return false when the person is named already */
    boolean name(long agreement, Party party, long person, String mandate, Optional<LocalDate> ends) {
        return database.sql("""
                        insert into agreement.signatory (agreement, party, person, mandate, mandate_ends)
                        values (:agreement, :party, :person, :mandate, :ends::date) on conflict do nothing
                        """)
                        .param("agreement", agreement)
                        .param("party", party.name())
                        .param("person", person)
                        .param("mandate", mandate)
                        .param("ends", ends.orElse(null))
                        .update()
                == 1;
    }

    /** @return false when the person is not named any more */
    boolean remove(long agreement, Party party, long person) {
        return database.sql("delete from agreement.signatory where agreement = ? and party = ? and person = ?")
                        .params(agreement, party.name(), person)
                        .update()
                == 1;
    }

    /** What was put before the signatories last. */
    Optional<Put> put(long agreement) {
        return database.sql("""
                        select request, version, edition from agreement.signing
                        where agreement = ? order by request desc, version desc limit 1
                        """).param(agreement).query(Put.class).optional();
    }

    int requests(long agreement) {
        return database.sql("select count(distinct request) from agreement.signing where agreement = ?")
                .param(agreement)
                .query(Integer.class)
                .single();
    }

    void put(long agreement, Put put) {
        database.sql("insert into agreement.signing (request, version, agreement, edition) values (?, ?, ?, ?)")
                .params(put.request(), put.version(), agreement, put.edition())
                .update();
    }

    /** The agreement is in force; empty when the signatures were of no agreement. */
    Optional<Signed> enterIntoForce(long request, int version, String checksum) {
        return database.sql("select * from agreement.enter_into_force(?, ?, ?)")
                .params(request, version, checksum)
                .query(Signed.class)
                .optional();
    }

    Optional<Signed> ofRequest(long request) {
        return database.sql("select * from agreement.of_signing(?)")
                .param(request)
                .query(Signed.class)
                .optional();
    }

    void filed(long agreement, long document) {
        database.sql("insert into agreement.filing (agreement, document) values (?, ?)")
                .params(agreement, document)
                .update();
    }

    /** Something about an agreement's signing that waits for a party. */
    record Waiting(long id, int number, long owner, long organiser, Need need) {}

    /** What waits. */
    enum Need {
        AGENCY_NAMES,
        ORGANISER_NAMES,
        ASK,
        FILE
    }

    /** What waits in the agreements that the actor draws up, by what the rows say. */
    List<Waiting> waiting() {
        return database.sql("""
                        select a.id, a.number, a.owner_organisation as owner, a.organiser, w.need
                        from agreement.agreement a
                        cross join lateral (select
                            exists (select from agreement.in_force f where f.agreement = a.id) as in_force,
                            exists (select from agreement.filing f where f.agreement = a.id) as filed,
                            exists (select from agreement.acceptance c
                                where c.agreement = a.id and agreement.is_accepted(a.id, c.edition)) as agreed,
                            exists (select from agreement.signing s where s.agreement = a.id
                                and agreement.is_accepted(a.id, s.edition)
                                and not records.is_withdrawn(s.request, s.version)) as asked,
                            exists (select from agreement.signatory s where s.agreement = a.id and party = 'AGENCY') as ours,
                            exists (select from agreement.signatory s where s.agreement = a.id and party = 'ORGANISER') as theirs
                        ) now
                        cross join lateral (values
                            ('FILE', in_force and not filed),
                            ('AGENCY_NAMES', agreed and not in_force and not asked and not ours),
                            ('ORGANISER_NAMES', agreed and not in_force and not asked and not theirs),
                            ('ASK', agreed and not in_force and not asked and ours and theirs)) w (need, waits)
                        where a.set_aside_at is null and w.waits
                        order by a.id
                        """).query(Waiting.class).list();
    }
}
