package se.samverkan.organisation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what people look for beside what is known: one row per name, with its words as a Swede hears them (see the ADR
 * on Swedish search). Kept in the same transaction as the facts, so what is found is what is there.
 */
@Component
class SearchIndex {

    /** The longest name has a few words; a code and a number are words too. */
    private record Entry(String kind, String ref, String name, String context, String numbers, float weight) {

        String folded() {
            return SwedishText.fold(name + " " + context);
        }

        /** The words as PostgreSQL reads them; all at position 1, since their order is not asked for. */
        String words() {
            String own = name + " " + numbers;
            return Stream.of(
                            labelled(SwedishText.wordsAndStems(own), 'A'),
                            labelled(SwedishText.wordsAndStems(SwedishText.fold(own)), 'B'),
                            labelled(SwedishText.wordsAndStems(context), 'C'),
                            labelled(SwedishText.wordsAndStems(SwedishText.fold(context)), 'D'))
                    .collect(Collectors.joining(" "));
        }

        private static String labelled(Set<String> words, char label) {
            return words.stream()
                    .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':1" + label)
                    .collect(Collectors.joining(" "));
        }
    }

    private final JdbcClient database;

    SearchIndex(JdbcClient database) {
        this.database = database;
    }

    void municipalities(List<String> codes) {
        write(database.sql("""
                        select 'MUNICIPALITY' as kind, m.code as ref, m.name, c.name as context,
                            m.code as numbers, 3 as weight
                        from organisation.municipality m join organisation.county c on c.code = m.county
                        where m.code = any (?)
                        """)
                .param(codes.toArray(String[]::new))
                .query(SearchIndex::entry)
                .list());
        unitsWhere("u.municipality = any (?)", codes.toArray(String[]::new));
    }

    /** A sole trader is not found by a number: it is a personal identity number. */
    void organisers(List<Long> ids) {
        Long[] some = ids.toArray(Long[]::new);
        database.sql("""
                        delete from organisation.search_entry e where e.kind = 'ORGANISER' and not exists
                            (select from organisation.organisation o where o.key = e.ref)
                        """).update();
        write(database.sql("""
                        select 'ORGANISER' as kind, o.key as ref, o.name, coalesce(m.name, '') as context,
                            case when o.sole_trader then '' else coalesce(o.number, '') end as numbers, 2 as weight
                        from organisation.organisation o
                        left join organisation.municipality m on m.code = o.municipality
                        where o.kind = 'ORGANISER' and o.id = any (?)
                        """).param(some).query(SearchIndex::entry).list());
        unitsWhere("u.organiser = any (?)", some);
    }

    void units(List<Long> ids) {
        unitsWhere("u.id = any (?)", ids.toArray(Long[]::new));
    }

    /** Schools before preschools, and what is closed last, where they match alike. */
    private void unitsWhere(String which, Object[] values) {
        write(database.sql("""
                        select u.kind, u.key as ref, u.name, concat_ws(', ', m.name, o.name) as context,
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

    private static Entry entry(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Entry(
                row.getString("kind"),
                row.getString("ref"),
                row.getString("name"),
                row.getString("context"),
                row.getString("numbers"),
                row.getFloat("weight"));
    }

    private void write(List<Entry> entries) {
        database.sql("""
                        insert into organisation.search_entry (kind, ref, name, context, folded, words, weight)
                        select e.kind, e.ref, e.name, e.context, e.folded, e.words::tsvector, e.weight
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::real[])
                            as e (kind, ref, name, context, folded, words, weight)
                        on conflict (kind, ref) do update set name = excluded.name, context = excluded.context,
                            folded = excluded.folded, words = excluded.words, weight = excluded.weight
                        """)
                .params(
                        texts(entries, Entry::kind),
                        texts(entries, Entry::ref),
                        texts(entries, Entry::name),
                        texts(entries, Entry::context),
                        texts(entries, Entry::folded),
                        texts(entries, Entry::words),
                        entries.stream().map(Entry::weight).toArray(Float[]::new))
                .update();
    }

    private static String[] texts(List<Entry> entries, java.util.function.Function<Entry, String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }
}
