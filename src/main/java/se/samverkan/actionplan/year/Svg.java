package se.samverkan.actionplan.year;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Writes the pieces that the two pictures are made of; the colours are the style sheet's, in light, dark and print. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    Svg(String kind, int width, int height, String label) {
        add(
                "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                kind, width, height, escaped(label));
    }

    void line(String kind, double x1, double y1, double x2, double y2) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", kind, x1, y1, x2, y2);
    }

    void bar(String kind, double x, double y, double width, double height, String title) {
        add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\"><title>%s</title></rect>",
                kind, x, y, Math.max(2, width), height, escaped(title));
    }

    void dot(String kind, double x, double y, double radius, String title) {
        add(
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>",
                kind, x, y, radius, escaped(title));
    }

    void path(String kind, String path, String title) {
        add("<path class=\"%s\" d=\"%s\"><title>%s</title></path>", kind, path, escaped(title));
    }

    void words(String kind, double x, double y, String words) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", kind, x, y, escaped(words));
    }

    /** Words that are cut, with dots, where they do not fit. */
    static String cut(String words, int letters) {
        return words.length() <= letters
                ? words
                : words.substring(0, letters - 1).strip() + "…";
    }

    String whole() {
        return text.append("</svg>").toString();
    }

    /** What has a meaning in HTML is escaped, and å ä ö are left as they are. */
    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, StandardCharsets.UTF_8.name());
    }

    private void add(String form, Object... details) {
        text.append(String.format(Locale.ROOT, form, details));
    }
}
