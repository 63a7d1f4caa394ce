package se.samverkan.meeting.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Plans a meeting of the case's own, beside the programme's series. */
@Controller
@RequestMapping("/partnerships/{partnership}/meetings/new")
class OwnMeetingController {

    private static final int MOST_LETTERS = 10_000;
    private static final Text NOTHING = new Text("", "");

    private final Planning planning;
    private final Clashes clashes;
    private final CasePeople people;
    private final Saving saving;

    OwnMeetingController(Planning planning, Clashes clashes, CasePeople people, Saving saving) {
        this.planning = planning;
        this.clashes = clashes;
        this.people = people;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long partnership, Model model) {
        SentForm form = SentForm.empty().with("time", "13:00").with("minutes", "90");
        return page(planning.partnership(partnership), FormAgain.shown(form), model);
    }

    @PostMapping
    String plan(
            @PathVariable long partnership,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PartnershipView view = planning.partnership(partnership);
        places(view);
        return saving.save(SentForm.of(fields), new Planned(view, model), response);
    }

    private List<Optional<Participant>> places(PartnershipView partnership) {
        List<Optional<Participant>> places = planning.places(partnership);
        if (places.isEmpty()) {
            throw Refusal.notAllowed("refusal.verb.PLAN_MEETINGS");
        }
        return places;
    }

    private Set<String> roles(PartnershipView partnership) {
        return people.today(partnership.id()).stream()
                .map(each -> each.role().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String page(PartnershipView partnership, FormAgain again, Model model) {
        model.addAttribute("partnership", partnership);
        model.addAttribute("places", places(partnership));
        model.addAttribute("roles", roles(partnership));
        model.addAttribute("again", again);
        return "meeting/plan/own";
    }

    private final class Planned implements Saving.Form {

        private final PartnershipView partnership;
        private final Model model;

        Planned(PartnershipView partnership, Model model) {
            this.partnership = partnership;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("name").isEmpty() || sent.text("name").length() > MeetingRules.LONGEST_NAME) {
                errors = errors.with("name", "meeting.refusal.name", MeetingRules.LONGEST_NAME);
            }
            errors = TimeFields.errors(errors, sent);
            for (String field : List.of("agenda", "prepare")) {
                if (sent.text(field).length() > MOST_LETTERS) {
                    errors = errors.with(
                            field, "meeting.refusal.too-long", sent.text(field).length(), MOST_LETTERS);
                }
            }
            errors = FreeText.errors(errors, sent, "name", "agenda", "prepare");
            return errors.isEmpty()
                    ? Warned.errors(
                            errors, sent, clashes.of(partnership, TimeFields.starts(sent), TimeFields.ends(sent)))
                    : errors;
        }

        @Override
        public String save(SentForm sent) {
            Optional<Long> unit = Optional.of(sent.text("unit"))
                    .filter(id -> id.matches("[1-9]\\d{0,17}"))
                    .map(Long::valueOf);
            Instant starts = TimeFields.starts(sent);
            planning.plan(
                    partnership.id(),
                    unit,
                    List.of(new MeetingDraft(
                            "",
                            "",
                            "",
                            new Text(FreeText.of(sent, "name").text(), ""),
                            starts,
                            TimeFields.ends(sent),
                            sent.text("place"),
                            sent.text("link"),
                            new Text(FreeText.of(sent, "prepare").text(), ""),
                            NOTHING,
                            sent.all("roles").stream()
                                    .filter(roles(partnership)::contains)
                                    .toList(),
                            FreeText.of(sent, "agenda")
                                    .text()
                                    .lines()
                                    .map(String::strip)
                                    .filter(line -> !line.isEmpty())
                                    .map(line -> new Text(line, ""))
                                    .toList())));
            return "/partnerships/" + partnership.id() + "/meetings";
        }

        @Override
        public String page(FormAgain again) {
            return OwnMeetingController.this.page(partnership, again, model);
        }
    }
}
