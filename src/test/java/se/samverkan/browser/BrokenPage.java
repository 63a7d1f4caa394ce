package se.samverkan.browser;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page that fails as nobody has thought of, so that what a person meets then is tried like every other page. */
@TestComponent
@Controller
class BrokenPage {

    @GetMapping("/broken")
    String fails() {
        throw new IllegalStateException("this page is broken on purpose");
    }
}
