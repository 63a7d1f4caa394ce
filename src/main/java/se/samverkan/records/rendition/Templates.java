package se.samverkan.records.rendition;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The templates and other files that documents are made from; read when the first document is written, not at the start. */
final class Templates {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), "se.samverkan");

    private Templates() {}

    /** The XML that a template makes of its source; every text is escaped. */
    static String draw(String name, Object source) {
        StringOutput out = new StringOutput();
        ENGINE.render("records/rendition/" + name + ".jte", source, out);
        return out.toString();
    }

    static String read(String name) {
        String path = "/records/rendition/" + name;
        try (InputStream file = Objects.requireNonNull(Templates.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
