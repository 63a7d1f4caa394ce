package se.samverkan.organisation.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words as a Swede hears them: å, ä and ö are letters of their own, <i>fritidshemmet</i> is <i>fritidshem</i>.
 *
 * <p>PostgreSQL's Swedish dictionary gives those two different stems, and its {@code unaccent} turns Åre into Are, so the
 * words are made here, with Lucene's light Swedish stemmer (J. Savoy, <i>Report on CLEF-2001 experiments</i>). It takes
 * one ending at a time, so it goes twice: <i>skolorna</i>, <i>skolan</i> and <i>skola</i> all end at <i>skol</i>. A
 * doubled m or n left by the definite form (<i>hemmet</i>) becomes single.
 */
final class SwedishText {

    private static final Pattern DOUBLED = Pattern.compile("([mn])\\1$");
    private static final Pattern SAINT = Pattern.compile("(?iu)\\bs:t(a?)\\b");
    private static final int LONGEST_WORD = 100;

    /**
     * A word in small letters, as written and as its stem.
     *
     * @param stem the same as the word where there is nothing to take off
     */
    record Word(String word, String stem) {}

    private SwedishText() {}

    /** The words of a text in its order; S:t Olof is sankt olof. */
    static List<Word> words(String text) {
        StandardTokenizer tokens = new StandardTokenizer();
        tokens.setMaxTokenLength(LONGEST_WORD);
        tokens.setReader(new StringReader(SAINT.matcher(composed(text)).replaceAll("sankt$1")));
        // Each word comes twice: kept, and then open to the stemmer.
        return pairs(new SwedishLightStemFilter(
                new SwedishLightStemFilter(new KeywordRepeatFilter(new LowerCaseFilter(tokens)))));
    }

    private static List<Word> pairs(TokenStream stream) {
        List<Word> words = new ArrayList<>();
        try (stream) {
            CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String word = token.toString();
                stream.incrementToken();
                words.add(new Word(word, DOUBLED.matcher(token).replaceFirst("$1")));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return words;
    }

    /** Without rings, dots and accents: what somebody types who has no å on the keyboard. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (char letter : composed(text).toLowerCase(Locale.ROOT).toCharArray()) {
            folded.append(
                    switch (letter) {
                        case 'å', 'ä', 'á', 'à', 'æ' -> 'a';
                        case 'ö', 'ó', 'ø' -> 'o';
                        case 'é', 'è', 'ë', 'ê' -> 'e';
                        case 'ü' -> 'u';
                        default -> letter;
                    });
        }
        return folded.toString();
    }

    /** A file made on a Mac writes å as a and a ring; here it is one letter. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
