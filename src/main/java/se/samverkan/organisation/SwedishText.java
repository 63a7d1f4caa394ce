package se.samverkan.organisation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
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

    private SwedishText() {}

    /** The words of a text as written, in small letters; S:t Olof is sankt olof. */
    static List<String> words(String text) {
        StandardTokenizer tokens = tokenizer(text);
        return read(new LowerCaseFilter(tokens));
    }

    /** The stems of a text, in its order. */
    static List<String> stems(String text) {
        TokenStream small = new LowerCaseFilter(tokenizer(text));
        TokenStream twice = new SwedishLightStemFilter(new SwedishLightStemFilter(small));
        return read(twice).stream()
                .map(stem -> DOUBLED.matcher(stem).replaceFirst("$1"))
                .toList();
    }

    /** Every word and every stem, once. */
    static Set<String> wordsAndStems(String text) {
        Set<String> all = new LinkedHashSet<>(words(text));
        all.addAll(stems(text));
        return all;
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

    private static StandardTokenizer tokenizer(String text) {
        var tokens = new StandardTokenizer();
        tokens.setMaxTokenLength(LONGEST_WORD);
        tokens.setReader(new StringReader(SAINT.matcher(composed(text)).replaceAll("sankt$1")));
        return tokens;
    }

    private static List<String> read(TokenStream stream) {
        List<String> words = new ArrayList<>();
        try (stream) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return words;
    }
}
