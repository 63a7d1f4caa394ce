package se.samverkan.agreement.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.agreement.funding.FundingView.Entry;
import se.samverkan.agreement.funding.FundingView.Instalment;
import se.samverkan.agreement.funding.FundingView.Kind;
import se.samverkan.shared.AskedOnce;
import se.samverkan.shared.Money;

/** Funding decisions and their entries in the database, as row-level security lets the actor see them. */
@Repository
class StoredFunding {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredFunding(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    /** What was granted, the oldest first; asked once for all that a page says of it. */
    List<Granted> granted(long partnership) {
        return AskedOnce.in(
                StoredFunding.class,
                partnership,
                () -> database.sql(
                                "select case_number, amount from agreement.funding where partnership = ? order by number")
                        .param(partnership)
                        .query((row, n) -> new Granted(row.getString("case_number"), new Money(row.getLong("amount"))))
                        .list());
    }

    List<FundingView> ofPartnership(long partnership) {
        return database
                .sql("select * from agreement.funding where partnership = ? order by number")
                .param(partnership)
                .query((row, n) -> funding(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    Optional<FundingView> find(long id) {
        return database.sql("select * from agreement.funding where id = ?")
                .param(id)
                .query((row, n) -> funding(row))
                .optional()
                .map(this::whole);
    }

    void lock(long partnership) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('funding', ?))")
                .param(partnership)
                .query(rows -> {});
    }

    long decide(long partnership, int number, long owner, long organiser, FundingDraft draft) {
        long id = database.sql("""
                insert into agreement.funding (partnership, number, owner_organisation, organiser, case_number, decided_on,
                    purpose, amount)
                values (:partnership, :number, :owner, :organiser, :caseNumber, :decidedOn, :purpose, :amount) returning id
                """)
                .param("partnership", partnership)
                .param("number", number)
                .param("owner", owner)
                .param("organiser", organiser)
                .param("caseNumber", draft.caseNumber())
                .param("decidedOn", draft.decidedOn())
                .param("purpose", draft.purpose())
                .param("amount", draft.amount().ore())
                .query(Long.class)
                .single();
        for (Instalment each : draft.instalments()) {
            database.sql("insert into agreement.instalment (funding, number, due, amount) values (?, ?, ?, ?)")
                    .params(id, each.number(), each.due(), each.amount().ore())
                    .update();
        }
        return id;
    }

    void enter(long funding, Kind kind, LocalDate day, Money amount, String words) {
        database.sql("insert into agreement.funding_entry (funding, kind, day, amount, words) values (?, ?, ?, ?, ?)")
                .params(funding, kind.name(), day, amount.ore(), words)
                .update();
    }

    /** @return whether it counted until now */
    boolean withdraw(long entry, String why) {
        return database.sql("""
                update agreement.funding_entry set withdrawn_by = access.person(), withdrawn_at = now(), withdrawn_why = ?
                where id = ? and withdrawn_at is null
                """).params(why, entry).update() == 1;
    }

    private FundingView whole(FundingView bare) {
        return new FundingView(
                bare.id(),
                bare.partnership(),
                bare.number(),
                bare.owner(),
                bare.organiser(),
                bare.caseNumber(),
                bare.decidedOn(),
                bare.purpose(),
                bare.amount(),
                instalments(bare.id()),
                entries(bare.id()),
                Optional.empty());
    }

    private List<Instalment> instalments(long funding) {
        return database.sql("select number, due, amount from agreement.instalment where funding = ? order by number")
                .param(funding)
                .query((row, n) -> new Instalment(
                        row.getInt("number"), row.getObject("due", LocalDate.class), new Money(row.getLong("amount"))))
                .list();
    }

    private List<Entry> entries(long funding) {
        record Row(Entry entry, long person) {}
        List<Row> rows = database.sql("""
                select id, kind, day, amount, words, made_by, made_at, withdrawn_why
                from agreement.funding_entry where funding = ? order by day, id
                """)
                .param(funding)
                .query((row, n) -> new Row(
                        new Entry(
                                row.getLong("id"),
                                Kind.valueOf(row.getString("kind")),
                                row.getObject("day", LocalDate.class),
                                new Money(row.getLong("amount")),
                                row.getString("words"),
                                NOBODY,
                                row.getTimestamp("made_at").toInstant(),
                                row.getString("withdrawn_why")),
                        row.getLong("made_by")))
                .list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::person).distinct().toList());
        return rows.stream()
                .map(row -> row.entry().by(called.getOrDefault(row.person(), NOBODY)))
                .toList();
    }

    private static FundingView funding(ResultSet row) throws SQLException {
        return new FundingView(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getInt("number"),
                row.getLong("owner_organisation"),
                row.getLong("organiser"),
                row.getString("case_number"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("purpose"),
                new Money(row.getLong("amount")),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
