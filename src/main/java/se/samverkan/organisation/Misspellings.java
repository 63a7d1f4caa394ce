package se.samverkan.organisation;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody probably meant, when nothing is spelled so. PostgreSQL's trigrams find what looks alike, word by word;
 * which of these it was is judged by how many letters one must change, where two that changed places are one change.
 */
@Component
class Misspellings {

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
        String[] wanted =
                typed.stream().filter(word -> word.length() >= SHORTEST_WORD).toArray(String[]::new);
        return database.sql("select kind, ref, name, context, folded, weight from organisation.resembling(?, ?)")
                .params(wanted, CANDIDATES)
                .query((row, n) -> new Candidate(
                        Search.hit(row, n),
                        List.of(row.getString("folded").split("[^\\p{L}\\p{N}]+")),
                        row.getDouble("weight")))
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
