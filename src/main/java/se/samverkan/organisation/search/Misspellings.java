package se.samverkan.organisation.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody probably meant, when nothing is spelled so. PostgreSQL's trigrams find the words that look alike; which of
 * them it was is judged by how many letters one must change, where two that changed places are one change.
 */
@Component
class Misspellings {

    /** One letter wrong in every three, at most. */
    private static final double FARTHEST = 0.34;

    private final JdbcClient database;

    Misspellings(JdbcClient database) {
        this.database = database;
    }

    /** The words that were probably meant, each without rings and dots; nothing when one of them is like no word. */
    Optional<SearchWords> meant(SearchWords words) {
        List<SwedishText.Word> meant = new ArrayList<>();
        for (String typed : words.folded()) {
            Optional<String> nearest = typed.length() < SearchEntry.SHORTEST_WORD ? Optional.of(typed) : nearest(typed);
            if (nearest.isEmpty()) {
                return Optional.empty();
            }
            meant.add(new SwedishText.Word(nearest.get(), nearest.get()));
        }
        return Optional.of(new SearchWords(meant));
    }

    private Optional<String> nearest(String typed) {
        List<String> alike = database.sql("select organisation.words_like(?)")
                .param(typed)
                .query(String.class)
                .list();
        if (alike.stream().anyMatch(word -> word.startsWith(typed))) {
            return Optional.of(typed);
        }
        return alike.stream()
                .filter(word -> SpellingDistance.share(typed, word) <= FARTHEST)
                .min(Comparator.comparingDouble(word -> SpellingDistance.share(typed, word)));
    }
}
