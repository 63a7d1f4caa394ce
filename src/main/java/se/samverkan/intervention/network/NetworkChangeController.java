package se.samverkan.intervention.network;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Moves a network meeting, or calls it off for everybody, with the reason. */
@Controller
@RequestMapping("/networks/{id}")
class NetworkChangeController {

    private final Networks networks;
    private final Saving saving;

    NetworkChangeController(Networks networks, Saving saving) {
        this.networks = networks;
        this.saving = saving;
    }

    @GetMapping("/move")
    String move(@PathVariable long id, Model model) {
        NetworkMeeting meeting = networks.toChange(id);
        return page(meeting, "move", FormAgain.shown(NetworkFields.of(meeting)), model);
    }

    @PostMapping("/move")
    String moved(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Changed(networks.toChange(id), "move", model), response);
    }

    @GetMapping("/cancellation")
    String cancellation(@PathVariable long id, Model model) {
        NetworkMeeting meeting = networks.toChange(id);
        return page(meeting, "cancellation", FormAgain.shown(SentForm.ofVersion(meeting.version())), model);
    }

    @PostMapping("/cancellation")
    String cancelled(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Changed(networks.toChange(id), "cancellation", model), response);
    }

    private static String page(NetworkMeeting meeting, String how, FormAgain again, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("again", again);
        return "intervention/network/" + how;
    }

    private final class Changed implements Saving.Form {

        private final NetworkMeeting meeting;
        private final String how;
        private final Model model;

        Changed(NetworkMeeting meeting, String how, Model model) {
            this.meeting = meeting;
            this.how = how;
            this.model = model;
        }

        private boolean isMove() {
            return how.equals("move");
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return isMove()
                    ? NetworkFields.reasoned(NetworkFields.errors(sent), sent)
                    : FreeText.errors(NetworkFields.reasoned(FormErrors.none(), sent), sent, "network-reason");
        }

        @Override
        public String save(SentForm sent) {
            FreeText reason = FreeText.of(sent, "network-reason");
            if (isMove()) {
                NetworkFields.texts(sent);
                networks.move(meeting.id(), sent.version(), NetworkFields.draft(sent), reason);
            } else {
                networks.cancel(meeting.id(), sent.version(), reason);
            }
            return meeting.address();
        }

        @Override
        public SentForm now() {
            NetworkMeeting now = networks.meeting(meeting.id());
            return isMove() ? NetworkFields.of(now) : SentForm.ofVersion(now.version());
        }

        @Override
        public List<Compared> compared() {
            return isMove() ? NetworkFields.compared() : List.of(Compared.text("network-reason"));
        }

        @Override
        public String page(FormAgain again) {
            return NetworkChangeController.page(meeting, how, again, model);
        }
    }
}
