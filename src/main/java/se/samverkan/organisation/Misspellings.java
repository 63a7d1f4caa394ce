package se.samverkan.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody probably meant, when nothing is spelled so. PostgreSQL's trigrams find what looks alike, word by word;
 * which of these it was is judged by how many letters one must change, where two that changed places are one change.
 */
@Component
class Misspellings {

    /** Low enough that six letters with two that changed places (skoaln) still resemble the word; 3 of 7 trigrams. */

    private static final int CANDIDATES = 300;
    private static final int SHORTEST_WORD = 3;
    /** One letter wrong in every three, at most. */
    private static final double FARTHEST = 0.34;

    private record Candidate(Search.Hit hit, List<String> folded, double weight) {}

    private final JdbcClient database;

    Misspellings(JdbcClient database) {
        this.database = database;
    }

    List<Search.Hit> closest(SearchWords words, int most) {
        List<String> typed = words.folded();
        if (typed.stream().noneMatch(word -> word.length() >= SHORTEST_WORD)) {
            return List.of();
        }
        return candidates(typed).stream()
                .filter(candidate -> distance(typed, candidate) <= FARTHEST)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> distance(typed, candidate))
                        .thenComparing(Candidate::weight, Comparator.reverseOrder()))
                .limit(most)
                .map(Candidate::hit)
                .toList();
    }

    private List<Candidate> candidates(List<String> typed) {
        List<String> wanted =
                typed.stream().filter(word -> word.length() >= SHORTEST_WORD).toList();
        String each = String.join(
                " and ", IntStream.range(0, wanted.size()).mapToObj(i -> ":w" + i + " <% folded").toList());
        String alike = String.join(
                " + ",
                IntStream.range(0, wanted.size()).mapToObj(i -> "word_similarity(:w" + i + ", folded)").toList());
        var asked = database.sql("""
                select kind, ref, name, context, folded, weight from organisation.search_entry
                where %s order by %s desc, weight desc, ref limit %d
                """.formatted(each, alike, CANDIDATES));
        for (int i = 0; i < wanted.size(); i++) {
            asked = asked.param("w" + i, wanted.get(i));
        }
        return asked.query((row, n) -> new Candidate(
                        Search.hit(row, n), List.of(row.getString("folded").split("[^\\p{L}\\p{N}]+")), row.getDouble("weight")))
                .list();
    }

    /** The mean over the words typed of the share of letters to change, each against the word that it is nearest to. */
    private static double distance(List<String> typed, Candidate candidate) {
        return typed.stream()
                .mapToDouble(word -> candidate.folded().stream()
                        .mapToDouble(name -> SpellingDistance.share(word, name))
                        .min()
                        .orElse(1))
                .average()
                .orElse(1);
    }
}
