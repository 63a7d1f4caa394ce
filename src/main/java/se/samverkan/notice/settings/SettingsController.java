package se.samverkan.notice.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.calendar.Feeds;
import se.samverkan.notice.settings.MailWishes.Wish;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** When the reader wants mail, and the reader's calendar. */
@Controller
@RequestMapping(SettingsController.ADDRESS)
class SettingsController {

    static final String ADDRESS = "/notices/settings";

    private static final List<Compared> COMPARED =
            List.of(Compared.choice("digest", "notices.digest."), Compared.text("hour"));

    private final MailWishes wishes;
    private final Feeds feeds;
    private final Rights rights;
    private final Saving saving;

    SettingsController(MailWishes wishes, Feeds feeds, Rights rights, Saving saving) {
        this.wishes = wishes;
        this.feeds = feeds;
        this.rights = rights;
        this.saving = saving;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("done", List.of("saved", "ended").contains(done) ? "notices.done." + done : "");
        return page(FormAgain.shown(now()), model);
    }

    @PostMapping
    String choose(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        wishes.mine();
        model.addAttribute("done", "");
        return saving.save(SentForm.of(fields), new OneForm(model), response);
    }

    private String page(FormAgain again, Model model) {
        model.addAttribute("again", again);
        model.addAttribute("hours", hours());
        model.addAttribute("feed", feeds.madeAt().orElse(null));
        model.addAttribute("keepsMail", rights.allowEverywhere(Verb.MANAGE_MAIL));
        return "notice/settings/settings";
    }

    private static List<Option> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Option(Integer.toString(hour), "%02d.00".formatted(hour)))
                .toList();
    }

    private SentForm now() {
        Wish wish = wishes.mine();
        return SentForm.ofVersion(wish.version())
                .with("digest", wish.digest() ? "DAILY" : "NONE")
                .with("hour", Integer.toString(wish.hour()));
    }

    private static boolean isHour(String text) {
        return hours().stream().anyMatch(hour -> hour.value().equals(text));
    }

    /** The form of one's wishes, which one can have open in two places. */
    private final class OneForm implements Saving.Form {

        private final Model model;

        OneForm(Model model) {
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (!List.of("DAILY", "NONE").contains(sent.text("digest"))) {
                errors = errors.with("digest", "notices.error.digest");
            }
            return isHour(sent.text("hour")) ? errors : errors.with("hour", "notices.error.hour");
        }

        @Override
        public String save(SentForm sent) {
            wishes.choose(sent.version(), sent.text("digest").equals("DAILY"), Integer.parseInt(sent.text("hour")));
            return ADDRESS + "?done=saved";
        }

        @Override
        public SentForm now() {
            return SettingsController.this.now();
        }

        @Override
        public List<Compared> compared() {
            return COMPARED;
        }

        @Override
        public String page(FormAgain again) {
            return SettingsController.this.page(again, model);
        }
    }
}
