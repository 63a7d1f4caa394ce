package se.samverkan.organisation.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what people look for beside what is known: one row per name, with its words as a Swede hears them (see the ADR
 * on Swedish search). Kept in the same transaction as the facts, so what is found is what is there.
 */
@Component
public class SearchIndex {

    private static final int MANY = 1_000;

    private final JdbcClient database;

    SearchIndex(JdbcClient database) {
        this.database = database;
    }

    public void municipalities(List<String> codes) {
        String[] some = codes.toArray(String[]::new);
        write(database.sql("""
                        select 'MUNICIPALITY' as kind, m.code as ref, m.name, '' as place, c.name as around,
                            m.code as numbers, 3 as weight
                        from organisation.municipality m join organisation.county c on c.code = m.county
                        where m.code = any (?)
                        """).param(some).query(SearchIndex::entry).list());
        write(database.sql("select * from organisation.country_named")
                .query(SearchIndex::entry)
                .list());
        unitsWhere("u.municipality = any (?)", some);
    }

    /** A sole trader is not found by a number: it is a personal identity number. */
    public void organisers(List<Long> ids) {
        Long[] some = ids.toArray(Long[]::new);
        database.sql("""
                        delete from organisation.search_entry e where e.kind = 'ORGANISER' and not exists
                            (select from organisation.organisation o where o.key = e.ref)
                        """).update();
        write(database.sql("""
                        select 'ORGANISER' as kind, o.key as ref, o.name, coalesce(m.name, '') as place, '' as around,
                            case when o.sole_trader then '' else coalesce(o.number, '') end as numbers, 2 as weight
                        from organisation.organisation o
                        left join organisation.municipality m on m.code = o.municipality
                        where o.kind = 'ORGANISER' and o.id = any (?)
                        """).param(some).query(SearchIndex::entry).list());
        unitsWhere("u.organiser = any (?)", some);
    }

    public void units(List<Long> ids) {
        unitsWhere("u.id = any (?)", ids.toArray(Long[]::new));
    }

    /** Schools before preschools, and what is closed last, where they match alike. */
    private void unitsWhere(String which, Object values) {
        write(database.sql("""
                        select u.kind, u.key as ref, u.name, m.name as place, o.name as around,
                            coalesce(u.code, '') as numbers,
                            case u.kind when 'SCHOOL' then 1 else 0.5 end * case u.status when 'CLOSED' then 0.1 else 1 end
                                as weight
                        from organisation.unit u
                        join organisation.organisation o on o.id = u.organiser
                        join organisation.municipality m on m.code = u.municipality
                        where u.kind <> 'ORGANISER' and %s
                        """.formatted(which))
                .param(values)
                .query(SearchIndex::entry)
                .list());
    }

    /** What is typed as a question to the index: every word somewhere, in a name or in what stands around it. */
    public static String everywhere(String typed) {
        return SearchWords.of(typed).everywhere();
    }

    private static SearchEntry entry(ResultSet row, int number) throws SQLException {
        return new SearchEntry(
                row.getString("kind"),
                row.getString("ref"),
                row.getString("name"),
                row.getString("place"),
                row.getString("around"),
                row.getString("numbers"),
                row.getFloat("weight"));
    }

    private void write(List<SearchEntry> entries) {
        database.sql("""
                        insert into organisation.search_entry (kind, ref, name, said, context, words, weight)
                        select e.kind, e.ref, e.name, e.said, e.context, e.words::tsvector, e.weight
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::real[])
                            as e (kind, ref, name, said, context, words, weight)
                        on conflict (kind, ref) do update set name = excluded.name, said = excluded.said,
                            context = excluded.context, words = excluded.words, weight = excluded.weight
                        """)
                .params(
                        texts(entries, SearchEntry::kind),
                        texts(entries, SearchEntry::ref),
                        texts(entries, SearchEntry::name),
                        texts(entries, SearchEntry::said),
                        texts(entries, SearchEntry::context),
                        texts(entries, SearchEntry::words),
                        entries.stream().map(SearchEntry::weight).toArray(Float[]::new))
                .update();
        database.sql("""
                        insert into organisation.search_word (word) select unnest(?::text[]) on conflict do nothing
                        """)
                .param(entries.stream()
                        .flatMap(SearchEntry::vocabulary)
                        .distinct()
                        .toArray(String[]::new))
                .update();
        if (entries.size() > MANY) {
            database.sql("call organisation.tidy_search()").update();
        }
    }

    private static String[] texts(List<SearchEntry> entries, Function<SearchEntry, String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }
}
