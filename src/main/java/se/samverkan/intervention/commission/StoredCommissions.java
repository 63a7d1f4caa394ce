package se.samverkan.intervention.commission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.intervention.commission.CommissionView.Part;
import se.samverkan.intervention.commission.CommissionView.Word;
import se.samverkan.intervention.commission.Deed.Standing;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** Commissions in the database, as row-level security lets the actor see them. */
@Repository
class StoredCommissions {

    private static final PersonName NOBODY = new PersonName("", null);

    private static final String COMMISSIONS = """
            select c.*, o.name as provider_name, c.id = any (intervention.asked()) as answers,
                c.id = any (intervention.given()) as gives
            from intervention.commission c join organisation.organisation o on o.id = c.provider
            """;

    private final JdbcClient database;
    private final Names names;

    StoredCommissions(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    private record BareWord(Word word, long by) {}

    List<CommissionView> ofPartnership(long partnership) {
        return database.sql(COMMISSIONS + """
                        where c.partnership = :id or c.id in
                            (select p.commission from intervention.commission_part p where p.partnership = :id)
                        order by c.id desc
                        """)
                .param("id", partnership)
                .query((row, n) -> commission(row))
                .list();
    }

    /** Those that the actor answers for a provider, what waits first. */
    List<CommissionView> asked() {
        return database.sql(COMMISSIONS + """
                        where c.id = any (intervention.asked())
                        order by c.standing <> 'GIVEN', c.answer_by, c.id desc limit 200
                        """)
                .query((row, n) -> commission(row))
                .list();
    }

    /** Those that wait for the actor: given and not answered, countered and not settled. */
    List<CommissionView> waiting() {
        return database.sql(COMMISSIONS + """
                        where (c.standing = 'GIVEN' and c.id = any (intervention.asked()))
                           or (c.standing in ('COUNTERED', 'REPORTED') and c.id = any (intervention.given()))
                        order by c.answer_by, c.id limit 50
                        """)
                .query((row, n) -> commission(row))
                .list();
    }

    Optional<CommissionView> find(long id) {
        return database.sql(COMMISSIONS + " where c.id = ?")
                .param(id)
                .query((row, n) -> commission(row))
                .optional();
    }

    /** Whoever comes second waits until the first is done. */
    void lock(long id) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('intervention.commission', ?))")
                .param(id)
                .query(row -> {});
    }

    private static CommissionView commission(ResultSet row) throws SQLException {
        return new CommissionView(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getLong("provider"),
                row.getString("provider_name"),
                Optional.ofNullable(row.getObject("entry", Long.class)),
                row.getString("title"),
                row.getString("words"),
                Period.ofKey(row.getInt("first_term")),
                Period.ofKey(row.getInt("last_term")),
                row.getObject("answer_by", LocalDate.class),
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("answers"),
                row.getBoolean("gives"),
                row.getInt("version"),
                row.getLong("made_by"));
    }

    List<Part> parts(long commission) {
        return database.sql("""
                        select p.partnership, o.id as organiser, o.name as organiser_name, p.areas,
                            array(select u.name from organisation.unit u where u.id = any (p.units)
                                order by u.name collate "sv-SE-x-icu") as units
                        from intervention.commission_part p join organisation.organisation o on o.id = p.organiser
                        where p.commission = ? order by p.made_at, p.partnership
                        """)
                .param(commission)
                .query((row, n) -> new Part(
                        row.getLong("partnership"),
                        row.getLong("organiser"),
                        row.getString("organiser_name"),
                        Arrays.asList((String[]) row.getArray("units").getArray()),
                        row.getString("areas")))
                .list();
    }

    List<Word> words(long commission) {
        List<BareWord> bare = database.sql(
                        "select * from intervention.commission_word where commission = ? order by id")
                .param(commission)
                .query((row, n) -> new BareWord(word(row, NOBODY), row.getLong("made_by")))
                .list();
        Map<Long, PersonName> called =
                names.of(bare.stream().map(BareWord::by).distinct().toList());
        return bare.stream()
                .map(each -> named(each.word(), Objects.requireNonNullElse(called.get(each.by()), NOBODY)))
                .toList();
    }

    private static Word word(ResultSet row, PersonName by) throws SQLException {
        return new Word(
                Deed.valueOf(row.getString("deed")),
                row.getString("words"),
                Period.ofKey(row.getInt("first_term")),
                Period.ofKey(row.getInt("last_term")),
                by,
                row.getTimestamp("made_at").toInstant());
    }

    private static Word named(Word word, PersonName by) {
        return new Word(word.deed(), word.words(), word.first(), word.last(), by, word.at());
    }

    boolean coordinates(long partnership) {
        return database.sql("select ? = any (partnership.coordinated())")
                .param(partnership)
                .query(Boolean.class)
                .single();
    }

    long give(PartnershipView partnership, long provider, CommissionDraft draft) {
        return database.sql("""
                        insert into intervention.commission
                            (partnership, provider, entry, title, words, first_term, last_term, answer_by)
                        values (:partnership, :provider, :entry, :title, :words, :first, :last, :answerBy) returning id
                        """)
                .param("partnership", partnership.id())
                .param("provider", provider)
                .param("entry", draft.entry().orElse(null))
                .param("title", draft.title())
                .param("words", draft.words())
                .param("first", draft.first().key())
                .param("last", draft.last().key())
                .param("answerBy", draft.answerBy())
                .query(Long.class)
                .single();
    }

    void add(long commission, PartnershipView partnership, List<Long> units, Giving.Serves serves) {
        database.sql("""
                        insert into intervention.commission_part (commission, partnership, organiser, units, areas, area_ids)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        commission,
                        partnership.id(),
                        partnership.organiser(),
                        units.toArray(Long[]::new),
                        serves.words(),
                        serves.ids().toArray(Long[]::new))
                .update();
    }

    void report(long commission, Delivered.Summary summary) {
        database.sql("""
                        insert into intervention.commission_report (commission, planned, held, cancelled, minutes)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(commission, summary.planned(), summary.held(), summary.cancelled(), summary.minutes())
                .update();
    }

    Optional<Delivered.Summary> reported(long commission) {
        return database.sql("""
                        select planned, held, cancelled, 0 as untold, minutes from intervention.commission_report
                        where commission = ? order by id desc limit 1
                        """)
                .param(commission)
                .query(Delivered.Summary.class)
                .optional();
    }

    void say(long commission, Deed deed, String words, Period first, Period last) {
        database.sql("""
                        insert into intervention.commission_word (commission, side, deed, words, first_term, last_term)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(commission, deed.side().name(), deed.name(), words, first.key(), last.key())
                .update();
    }

    void move(CommissionView seen, Standing to, Period first, Period last) {
        int rows = database.sql("""
                        update intervention.commission set standing = ?, first_term = ?, last_term = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                .params(to.name(), first.key(), last.key(), seen.id(), seen.version())
                .update();
        if (rows == 0) {
            throw Refusal.stale();
        }
    }
}
