package se.samverkan.intervention.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.delivery.Attendances.Roll;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** The list of a unit's own staff who take part in a commission, written as lines. */
@Controller
@RequestMapping("/commissions/{id}/participants/{unit}")
class RollController {

    private static final String FIELD = "participant-lines";

    private final Attendances attendances;
    private final MessageSource messages;
    private final Saving saving;

    RollController(Attendances attendances, MessageSource messages, Saving saving) {
        this.attendances = attendances;
        this.messages = messages;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, @PathVariable long unit, Model model) {
        Roll roll = attendances.roll(id, unit);
        return page(roll, FormAgain.shown(form(roll)), model);
    }

    private SentForm form(Roll roll) {
        Words words = new Words(messages, Words.SWEDISH);
        return SentForm.ofVersion(roll.version())
                .with(
                        FIELD,
                        roll.participants().stream()
                                .map(each -> each.line(words))
                                .collect(Collectors.joining("\n")));
    }

    private static String page(Roll roll, FormAgain again, Model model) {
        model.addAttribute("roll", roll);
        model.addAttribute("again", again);
        return "intervention/delivery/roll";
    }

    @PostMapping
    String write(
            @PathVariable long id,
            @PathVariable long unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(attendances.roll(id, unit), model), response);
    }

    private final class OneForm implements Saving.Form {

        private final Roll roll;
        private final Model model;

        OneForm(Roll roll, Model model) {
            this.roll = roll;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return new ParticipantLines(messages, FIELD).read(sent.text(FIELD)).errors();
        }

        @Override
        public String save(SentForm sent) {
            attendances.write(
                    roll.commission().id(),
                    roll.unit().id(),
                    sent.version(),
                    new ParticipantLines(messages, FIELD).read(sent.text(FIELD)).participants());
            return roll.commission().address() + "/delivery";
        }

        @Override
        public SentForm now() {
            return form(attendances.roll(roll.commission().id(), roll.unit().id()));
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text(FIELD));
        }

        @Override
        public String page(FormAgain again) {
            return RollController.page(roll, again, model);
        }
    }
}
