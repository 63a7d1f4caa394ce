package se.samverkan.selection.allotment;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.selection.method.DrawList;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** The draw, step by step: the seed that is committed to, the list that is frozen, the lot, and the proof. */
@Controller
@RequestMapping("/selection/{round}/draw")
class DrawController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final SelectionRounds rounds;
    private final Allotting allotting;
    private final OnceOnPage once;

    DrawController(SelectionRounds rounds, Allotting allotting, OnceOnPage once) {
        this.rounds = rounds;
        this.allotting = allotting;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable long round, @RequestParam(defaultValue = "ORGANISER_TYPE") String grouping, Model model) {
        return page(round, grouping(grouping), FormErrors.none(), model);
    }

    @PostMapping("/seed")
    String commit(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(round, fields, () -> allotting.commitSeed(round), response, model);
    }

    @PostMapping("/list")
    String freeze(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Grouping grouping = grouping(SentForm.of(fields).text("grouping"));
        return does(round, fields, () -> allotting.freezeList(round, grouping), response, model);
    }

    @PostMapping
    String draw(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(round, fields, () -> allotting.draw(round), response, model);
    }

    @GetMapping("/list.csv")
    ResponseEntity<byte[]> list(@PathVariable long round) {
        return OnceOnPage.file(
                "list.csv", CSV, allotting.list(round).orElseThrow(se.samverkan.shared.Refusal::notSeen));
    }

    private String does(
            long round,
            MultiValueMap<String, String> fields,
            Runnable deed,
            HttpServletResponse response,
            Model model) {
        rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                deed,
                "/selection/" + round + "/draw",
                errors -> page(round, grouping(sent.text("grouping")), errors, model),
                response);
    }

    private String page(long round, Grouping grouping, FormErrors errors, Model model) {
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("stage", rounds.stage(round));
        model.addAttribute("commitment", allotting.commitment(round).orElse(null));
        model.addAttribute("allotment", allotting.allotment(round).orElse(null));
        byte[] list = allotting.list(round).orElse(null);
        model.addAttribute("list", list == null ? null : DrawList.read(list));
        model.addAttribute("grouping", grouping);
        model.addAttribute(
                "proposed", list == null ? allotting.proposed(round, grouping).size() : 0);
        model.addAttribute("errors", errors);
        return "selection/allotment/draw";
    }

    private static Grouping grouping(String text) {
        return java.util.Arrays.stream(Grouping.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(Grouping.ORGANISER_TYPE);
    }
}
