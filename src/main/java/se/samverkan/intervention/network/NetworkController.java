package se.samverkan.intervention.network;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.network.NetworkMeeting.Answer;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** The network meetings that somebody leads or is asked to, each with who comes, and the answer to it. */
@Controller
@RequestMapping("/networks")
class NetworkController {

    private static final int MOST_LINES = 50;

    private final Networks networks;
    private final Rights rights;
    private final RecordLog log;
    private final OnceOnPage once;
    private final TransactionTemplate reading;

    NetworkController(
            Networks networks, Rights rights, RecordLog log, OnceOnPage once, TransactionTemplate transactions) {
        this.networks = networks;
        this.rights = rights;
        this.log = log;
        this.once = once;
        this.reading = transactions;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String all(Model model) {
        model.addAttribute("coming", networks.coming());
        model.addAttribute("held", networks.held());
        model.addAttribute("mayGather", rights.allow(Verb.LEAD_MEETINGS));
        return "intervention/network/networks";
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        return page(id, FormErrors.none(), model);
    }

    private String page(long id, FormErrors errors, Model model) {
        reading.executeWithoutResult(status -> {
            NetworkMeeting meeting = networks.meeting(id);
            model.addAttribute("meeting", meeting);
            model.addAttribute("coming", meeting.isComing(networks.now()));
            model.addAttribute("invitees", networks.invitees(id));
            model.addAttribute("convener", networks.convener(meeting));
            model.addAttribute(
                    "log",
                    meeting.leads() ? log.of("network", Long.toString(id), MOST_LINES) : List.<RecordLog.Line>of());
        });
        model.addAttribute("errors", errors);
        return "intervention/network/network";
    }

    @PostMapping("/{id}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        Answer answer = Arrays.stream(Answer.values())
                .filter(each -> each.name().equals(sent.text("answer")))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("refusal.form-incomplete"));
        return once.does(
                sent,
                () -> networks.answer(id, answer),
                "/networks/" + id,
                errors -> page(id, errors, model),
                response);
    }
}
