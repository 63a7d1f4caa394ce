package se.samverkan.shared.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Draws pages from compiled templates. A template lies in its room's folder and is compiled into the room's package, so
 * that it sees what the room hides from others.
 *
 * <p>A view name is the template's path without its ending, such as {@code statistics/unit}.
 */
@Component
class Pages implements ViewResolver, PageDrawing, Ordered {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "se.samverkan");
    private final PageSource source;

    Pages(PageSource source) {
        this.source = source;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:")) {
            RedirectView redirect = new RedirectView(name.substring("redirect:".length()), true);
            redirect.setExposeModelAttributes(false);
            redirect.setHttp10Compatible(false);
            redirect.setExpandUriTemplateVariables(false);
            return redirect;
        }
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new Template(template) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public byte[] draw(String name, Map<String, ?> values, Page page) {
        return drawn(name + ".jte", values, page).toByteArray();
    }

    private Utf8ByteOutput drawn(String template, Map<String, ?> values, Page page) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", page);
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, all, output);
        return output;
    }

    private final class Template implements View {

        private final String name;

        Template(String name) {
            this.name = name;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Utf8ByteOutput output = drawn(name, model == null ? Map.of() : model, source.of(request));
            response.setContentType(getContentType());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
