package se.samverkan.records.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of documents, Source Sans 3 in two weights, and what it can write: Latin, Greek and Cyrillic letters. A PDF for
 * the archive may not hold a sign without a shape (ISO 19005-3, 6.2.11.8), so one that the font lacks is written by its
 * plain equivalent, or else by its number in Unicode, such as [U+1F600]: nothing disappears and nothing is refused.
 */
final class Lettering {

    static final String FAMILY = "Source Sans 3";
    static final Map<Integer, String> WEIGHTS = Map.of(400, "SourceSans3_400Regular", 600, "SourceSans3_600SemiBold");

    private static final int LAST_TRIED = 0xFFFF;

    private Lettering() {}

    /** The font of a weight in a PDF. Without ligatures: one would be found and read aloud as a sign of its own. */
    static PDFont font(int weight, PDDocument pdf) throws IOException {
        TrueTypeFont font = parse(weight);
        font.setEnableGsub(false);
        return PDType0Font.load(pdf, font, true);
    }

    /** The letters of a weight, to be drawn. */
    static TrueTypeFont outlines(int weight) {
        return Objects.requireNonNull(Known.FONTS.get(weight));
    }

    private static TrueTypeFont parse(int weight) {
        String path = "/vendor/source-sans-3/" + WEIGHTS.get(weight) + ".ttf";
        try (InputStream file = Objects.requireNonNull(Lettering.class.getResourceAsStream(path), path)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text with only such signs as the font has. */
    static String writable(String text) {
        if (text.codePoints().allMatch(Lettering::isKnown)) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> written.append(isKnown(sign) ? Character.toString(sign) : instead(sign)));
        return written.toString();
    }

    private static boolean isKnown(int sign) {
        return sign == '\n' || Known.SIGNS.get(sign);
    }

    private static String instead(int sign) {
        if (isUnseen(sign)) {
            return "";
        }
        String plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD);
        return plain.codePoints().allMatch(Lettering::isKnown) ? plain : "[U+%04X]".formatted(sign);
    }

    /** Signs that only say how their neighbours are drawn. */
    private static boolean isUnseen(int sign) {
        return Character.getType(sign) == Character.FORMAT || (sign >= 0xFE00 && sign <= 0xFE0F);
    }

    /** Read when the first document is written. */
    private static final class Known {

        static final Map<Integer, TrueTypeFont> FONTS =
                WEIGHTS.keySet().stream().collect(Collectors.toMap(Function.identity(), Lettering::parse));
        static final BitSet SIGNS = signs();

        private static BitSet signs() {
            BitSet known = new BitSet();
            known.set(0, LAST_TRIED + 1);
            FONTS.values().forEach(font -> known.and(signs(font)));
            return known;
        }

        private static BitSet signs(TrueTypeFont font) {
            try {
                CmapLookup shapes = font.getUnicodeCmapLookup();
                BitSet known = new BitSet();
                for (int sign = ' '; sign <= LAST_TRIED; sign++) {
                    known.set(sign, shapes.getGlyphId(sign) != 0);
                }
                return known;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
