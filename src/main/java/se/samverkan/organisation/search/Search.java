package se.samverkan.organisation.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds schools, preschools, organisers and municipalities by a few letters.
 *
 * <p>First come names that are what was typed, then those that begin with it, then those with every word in the name,
 * then those that are found by where they lie or whose they are; among alike the bigger thing first, then by name as a
 * Swede sorts. Only when nothing of that is there, misspellings are forgiven: see {@link Misspellings}.
 */
@Component
class Search {

    /** What can be found, in the order of a page's groups. */
    enum Kind {
        COUNTRY("/country"),
        MUNICIPALITY("/municipalities/"),
        ORGANISER("/organisers/"),
        SCHOOL("/units/"),
        PRESCHOOL("/units/");

        private final String path;

        Kind(String path) {
            this.path = path;
        }
    }

    /**
     * One name that was found.
     *
     * @param ref what stands in its address
     * @param context where it lies and whose it is
     */
    record Hit(Kind kind, String ref, String name, String context) {

        String path() {
            return kind.path + ref;
        }
    }

    /**
     * What was found.
     *
     * @param counts how many there are of each kind, in all
     * @param forgiven whether these are what was probably meant, since nothing is spelled so
     */
    record Found(List<Hit> hits, Map<Kind, Integer> counts, boolean forgiven) {

        static final Found NOTHING = new Found(List.of(), Map.of(), false);

        List<Hit> of(Kind kind) {
            return hits.stream().filter(hit -> hit.kind() == kind).toList();
        }

        int count(Kind kind) {
            return counts.getOrDefault(kind, 0);
        }

        int all() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    static final String RANKED = """
            case when said = :text then 1
                 when starts_with(said, :text) then 2
                 when words @@ cast(:inName as tsquery) then 3
                 when words @@ cast(:inNameFolded as tsquery) then 4
                 else 5 end
            """;

    private final JdbcClient database;
    private final Misspellings misspellings;

    Search(JdbcClient database, Misspellings misspellings) {
        this.database = database;
        this.misspellings = misspellings;
    }

    /** The best few of all kinds, while somebody types. */
    List<Hit> suggest(String typed, int most) {
        SearchWords words = SearchWords.of(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Hit> beginning = beginningWith(words, most);
        List<Hit> hits = beginning.size() == most ? beginning : best(words, most);
        return hits.isEmpty()
                ? misspellings.meant(words).map(meant -> best(meant, most)).orElse(hits)
                : hits;
    }

    /** The best few of every kind, and how many there are. */
    Found overview(String typed, int mostOfEach) {
        return find(
                typed,
                (words, counts) -> counts.keySet().stream()
                        .flatMap(kind -> page(words, kind, 0, mostOfEach).stream())
                        .toList());
    }

    /** One page of one kind. */
    Found page(String typed, Kind kind, int page, int size) {
        return find(typed, (words, counts) -> page(words, kind, page, size));
    }

    /** Looks for what was typed, and only when nothing is spelled so for what was probably meant. */
    private Found find(String typed, BiFunction<SearchWords, Map<Kind, Integer>, List<Hit>> hits) {
        SearchWords words = SearchWords.of(typed);
        if (words.isEmpty()) {
            return Found.NOTHING;
        }
        Map<Kind, Integer> counts = count(words);
        if (!counts.isEmpty()) {
            return new Found(hits.apply(words, counts), counts, false);
        }
        return misspellings
                .meant(words)
                .map(meant -> {
                    Map<Kind, Integer> meantCounts = count(meant);
                    return new Found(hits.apply(meant, meantCounts), meantCounts, !meantCounts.isEmpty());
                })
                .orElse(Found.NOTHING);
    }

    /** Names that begin with what was typed come before all others, so when they fill the list nothing else is ranked. */
    private List<Hit> beginningWith(SearchWords words, int most) {
        return database.sql("""
                        select kind, ref, name, context from organisation.search_entry
                        where said like :beginning
                        order by said <> :text, weight desc, name collate "sv-SE-x-icu", ref limit :most
                        """)
                .param("beginning", words.text().replaceAll("[%_\\\\]", "") + "%")
                .param("text", words.text())
                .param("most", most)
                .query(Search::hit)
                .list();
    }

    private List<Hit> best(SearchWords words, int most) {
        return asked(words, "")
                .param("most", most)
                .param("offset", 0)
                .query(Search::hit)
                .list();
    }

    private List<Hit> page(SearchWords words, Kind kind, int page, int size) {
        return asked(words, " and kind = :kind")
                .param("kind", kind.name())
                .param("most", size)
                .param("offset", (long) page * size)
                .query(Search::hit)
                .list();
    }

    private JdbcClient.StatementSpec asked(SearchWords words, String more) {
        return database.sql("""
                        select kind, ref, name, context from organisation.search_entry
                        where words @@ cast(:everywhere as tsquery)%s
                        order by %s, weight desc, name collate "sv-SE-x-icu", ref limit :most offset :offset
                        """.formatted(more, RANKED))
                .param("everywhere", words.everywhere())
                .param("inName", words.inName())
                .param("inNameFolded", words.inNameFolded())
                .param("text", words.text());
    }

    private Map<Kind, Integer> count(SearchWords words) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        database.sql("""
                        select kind, count(*) from organisation.search_entry
                        where words @@ cast(:everywhere as tsquery) group by kind
                        """).param("everywhere", words.everywhere()).query(row -> {
            counts.put(Kind.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    static Hit hit(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Hit(
                Kind.valueOf(row.getString("kind")),
                row.getString("ref"),
                row.getString("name"),
                row.getString("context"));
    }
}
