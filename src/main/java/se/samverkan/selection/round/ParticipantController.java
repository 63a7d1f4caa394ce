package se.samverkan.selection.round;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.round.Participants.Candidate;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** The people of a round: who does what, whom to ask, and the end of a duty. */
@Controller
@RequestMapping("/selection/{round}/people")
class ParticipantController {

    private final SelectionRounds rounds;
    private final SentForms sentForms;

    ParticipantController(SelectionRounds rounds, SentForms sentForms) {
        this.rounds = rounds;
        this.sentForms = sentForms;
    }

    @GetMapping
    String show(@PathVariable long round, Model model) {
        return page(round, FormErrors.none(), model);
    }

    @PostMapping
    String join(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        return refusedOnPage(
                round,
                model,
                response,
                () -> sentForms.once(sent.token(), () -> {
                    rounds.join(round, number(sent.text("person")), duty(sent.text("duty")));
                    return address(round);
                }));
    }

    @PostMapping("/{participant}/end")
    String leave(
            @PathVariable long round,
            @PathVariable long participant,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        return refusedOnPage(
                round,
                model,
                response,
                () -> sentForms.once(sent.token(), () -> {
                    rounds.leave(round, participant);
                    return address(round);
                }));
    }

    private String refusedOnPage(
            long round, Model model, HttpServletResponse response, java.util.function.Supplier<String> deed) {
        try {
            return "redirect:" + deed.get();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            response.setStatus(422);
            return page(round, FormErrors.of(refusal), model);
        }
    }

    private String page(long id, FormErrors errors, Model model) {
        RoundView round = rounds.round(id);
        Map<Duty, List<Candidate>> mayJoin = new EnumMap<>(Duty.class);
        if (round.isPreparedByReader()) {
            Arrays.stream(Duty.values()).forEach(duty -> mayJoin.put(duty, rounds.whoMayJoin(id, duty)));
        }
        model.addAttribute("round", round);
        model.addAttribute("people", rounds.people(id));
        model.addAttribute("mayJoin", mayJoin);
        model.addAttribute("errors", errors);
        return "selection/round/people";
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static Duty duty(String text) {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("refusal.form-incomplete"));
    }

    private static String address(long round) {
        return "/selection/" + round + "/people";
    }
}
