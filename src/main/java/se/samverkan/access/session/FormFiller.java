package se.samverkan.access.session;

import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.samverkan.access.session.HeldForm.HeldFile;
import se.samverkan.shared.page.Words;

/**
 * Writes what was held into the form of a page that has the same address to send it to. Where the page has no such form
 * any more, it says where the text can be read.
 */
final class FormFiller {

    private FormFiller() {}

    static String fill(String html, HeldForm held, Words words) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        Element form = page.select("form[method=post]").stream()
                .filter(candidate -> isItsForm(candidate, held))
                .findFirst()
                .orElse(null);
        if (form == null) {
            elsewhere(page, words);
        } else {
            form.select("input, textarea, select").forEach(control -> fill(control, held));
            form.prependElement("input")
                    .attr("type", "hidden")
                    .attr("name", HeldForms.COOKIE)
                    .attr("value", "1");
            form.prependChild(notice(words.text("sign-in.held.filled"), files(held, words)));
        }
        return page.outerHtml();
    }

    private static boolean isItsForm(Element form, HeldForm held) {
        String action = form.attr("action");
        String path = action.isEmpty() ? withoutQuery(held.page()) : withoutQuery(action);
        return path.equals(held.action());
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private static void fill(Element control, HeldForm held) {
        List<String> values = held.values(control.attr("name"));
        switch (control.normalName() + " " + control.attr("type")) {
            case "input hidden", "input file", "input password", "input submit", "input button" -> {}
            case "input checkbox", "input radio" -> mark(control, "checked", values.contains(valueOf(control)));
            default -> {
                switch (control.normalName()) {
                    case "select" ->
                        control.select("option")
                                .forEach(option -> mark(option, "selected", values.contains(valueOf(option))));
                    case "textarea" -> values.stream().findFirst().ifPresent(control::text);
                    default -> values.stream().findFirst().ifPresent(value -> control.attr("value", value));
                }
            }
        }
    }

    private static void mark(Element control, String attribute, boolean on) {
        if (on) {
            control.attr(attribute, true);
        } else {
            control.removeAttr(attribute);
        }
    }

    private static String valueOf(Element control) {
        boolean named = control.hasAttr("value");
        return named ? control.attr("value") : control.normalName().equals("option") ? control.text() : "on";
    }

    private static void elsewhere(Document page, Words words) {
        Element main = Objects.requireNonNullElse(page.selectFirst("main"), page.body());
        Element notice = notice(words.text("sign-in.held.elsewhere"), List.of());
        Element link = new Element("a").attr("href", HeldForms.PAGE).text(words.text("sign-in.held.read"));
        notice.appendElement("p").appendChild(link);
        main.prependChild(notice);
    }

    private static List<String> files(HeldForm held, Words words) {
        List<String> sentences = new java.util.ArrayList<>();
        for (HeldFile file : held.files()) {
            sentences.add(words.text("sign-in.held.file", file.name()));
        }
        held.tooLarge().forEach(name -> sentences.add(words.text("sign-in.held.too-large", name)));
        return sentences;
    }

    private static Element notice(String text, List<String> more) {
        Element notice =
                new Element("div").addClass("notice").addClass("success").attr("role", "status");
        Element inner = notice.appendElement("div");
        inner.appendElement("p").text(text);
        more.forEach(sentence -> inner.appendElement("p").text(sentence));
        return notice;
    }
}
