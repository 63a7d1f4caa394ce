package se.samverkan.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: search first, and what one can do here. */
@Controller
class StartController {

    @GetMapping("/")
    String start() {
        return "web/start";
    }
}
