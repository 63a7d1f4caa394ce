package se.samverkan.statistics.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Names of a country that does not exist, put together from words of the Swedish landscape that are seldom put together.
 * The words lie in {@code statistics/demonstration/names.properties}; a test holds the names against the real ones.
 */
final class Landscape {

    private static final Map<String, List<String>> WORDS = read();

    private Landscape() {}

    /** How many places there are names for. */
    static int places() {
        return words("beginning").size() * words("ending").size();
    }

    /** The name of a place; different numbers up to {@link #places()} give different names. */
    static String place(long seed, int number) {
        List<String> beginnings = words("beginning");
        List<String> endings = words("ending");
        // A step that shares no factor with the number of names visits each of them once.
        long all = (long) beginnings.size() * endings.size();
        long step = coprime(all, Math.floorMod(seed * 7919 + 104_729, all));
        int place = (int) Math.floorMod(number * step + Math.floorMod(seed, all), all);
        return beginnings.get(place / endings.size()) + endings.get(place % endings.size());
    }

    private static long coprime(long all, long from) {
        long step = Math.max(1, from);
        while (gcd(step, all) != 1) {
            step++;
        }
        return step;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    static List<String> words(String kind) {
        return Objects.requireNonNull(WORDS.get(kind), kind);
    }

    static String pattern(String kind) {
        return words("pattern." + kind).getFirst();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> words = new HashMap<>();
        var file = Objects.requireNonNull(
                Landscape.class.getResourceAsStream("/statistics/demonstration/names.properties"), "names.properties");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.contains("="))
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> words.put(
                            pair[0].trim(), Arrays.asList(pair[1].trim().split(" *, *"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }
}
