package se.samverkan.partnership.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.Succession;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.course.Turn;
import se.samverkan.partnership.course.TurnReason;
import se.samverkan.partnership.course.Turning;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/**
 * The form of a turn: pause, resume, discontinue, or a unit that leaves. It says what will happen before anything does. For a
 * unit that the register says has become another, the form is filled in with that.
 */
@Controller
class TurnController {

    private final Turning turning;
    private final Particulars particulars;
    private final Saving saving;

    TurnController(Turning turning, Particulars particulars, Saving saving) {
        this.turning = turning;
        this.particulars = particulars;
        this.saving = saving;
    }

    @GetMapping("/partnerships/{id}/turns/{turn}")
    String show(@PathVariable long id, @PathVariable String turn, Model model) {
        PartnershipView view = turning.toDecide(id);
        return page(view, ofWhole(turn), Optional.empty(), first(view.version()), model);
    }

    @PostMapping("/partnerships/{id}/turns/{turn}")
    String decide(
            @PathVariable long id,
            @PathVariable String turn,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PartnershipView view = turning.toDecide(id);
        Turn wanted = ofWhole(turn);
        return saving.save(SentForm.of(fields), form(view, wanted, Optional.empty(), model), response);
    }

    @GetMapping("/partnerships/{id}/units/{unit}/leave")
    String showLeaving(@PathVariable long id, @PathVariable long unit, Model model) {
        PartnershipView view = turning.toDecide(id);
        Participant leaver = view.participant(unit).orElseThrow(Refusal::notSeen);
        FormAgain form = became(leaver).stream()
                .findFirst()
                .map(succession -> FormAgain.shown(suggested(leaver, succession)))
                .orElseGet(() -> first(leaver.version()));
        return page(view, Turn.LEAVE, Optional.of(leaver), form, model);
    }

    @PostMapping("/partnerships/{id}/units/{unit}/leave")
    String leave(
            @PathVariable long id,
            @PathVariable long unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PartnershipView view = turning.toDecide(id);
        Participant leaver = view.participant(unit).orElseThrow(Refusal::notSeen);
        return saving.save(SentForm.of(fields), form(view, Turn.LEAVE, Optional.of(leaver), model), response);
    }

    private static Turn ofWhole(String path) {
        return Turn.ofPath(path).filter(turn -> turn != Turn.LEAVE).orElseThrow(Refusal::notSeen);
    }

    private FormAgain first(int version) {
        return FormAgain.shown(
                SentForm.ofVersion(version).with("day", turning.today().toString()));
    }

    private SentForm suggested(Participant leaver, Succession succession) {
        TurnReason reason = switch (succession.kind()) {
            case MERGED, SPLIT -> TurnReason.MERGED;
            case MOVED -> TurnReason.MOVED;
            case REPLACED -> TurnReason.CLOSED;
        };
        return SentForm.ofVersion(leaver.version())
                .with(
                        "day",
                        succession.day().isAfter(turning.today())
                                ? turning.today().toString()
                                : succession.day().toString())
                .with("reason", reason.name());
    }

    /** What became of a unit, as people have entered it. */
    private List<Succession> became(Participant unit) {
        return particulars.successions(unit.unit()).stream()
                .filter(each -> each.isAfter(unit.key()))
                .toList();
    }

    private TurnForm form(PartnershipView view, Turn turn, Optional<Participant> unit, Model model) {
        return new TurnForm(turning, view, turn, unit, again -> page(view, turn, unit, again, model));
    }

    private String page(PartnershipView view, Turn turn, Optional<Participant> unit, FormAgain again, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("turn", turn);
        model.addAttribute("unit", unit);
        model.addAttribute("became", unit.map(this::became).orElse(List.of()));
        model.addAttribute("again", again);
        return "partnership/overview/turn";
    }
}
