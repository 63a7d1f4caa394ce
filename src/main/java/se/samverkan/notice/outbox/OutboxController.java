package se.samverkan.notice.outbox;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits to be sent, and why, for those who keep the mail in order. */
@Controller
@RequestMapping("/notices/outbox")
class OutboxController {

    private final OutboxKeeping keeping;

    OutboxController(OutboxKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("outbox", keeping.view());
        model.addAttribute("done", done.equals("tried") ? "outbox.done.tried" : "");
        return "notice/outbox/outbox";
    }

    @PostMapping("/attempt")
    String tryNow() {
        keeping.tryNow();
        return "redirect:/notices/outbox?done=tried";
    }
}
