package se.samverkan.web;

import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this is, whose it is, and how it keeps the law on accessibility (lagen om tillgänglighet, 2018:1937). */
@Controller
class AboutController {

    private final Service service;
    private final String version;

    AboutController(Service service, ObjectProvider<BuildProperties> build) {
        this.service = service;
        BuildProperties properties = build.getIfAvailable();
        this.version = properties == null ? "" : Objects.requireNonNullElse(properties.getVersion(), "");
    }

    @GetMapping("/about")
    String about(Model model) {
        model.addAttribute("service", service);
        model.addAttribute("version", version);
        return "web/about";
    }

    @GetMapping("/accessibility")
    String accessibility(Model model) {
        model.addAttribute("service", service);
        return "web/accessibility";
    }
}
