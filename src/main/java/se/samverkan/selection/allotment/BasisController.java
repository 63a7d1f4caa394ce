package se.samverkan.selection.allotment;

import jakarta.servlet.http.HttpServletRequest;
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
import se.samverkan.selection.candidate.Naming;
import se.samverkan.selection.invitation.Inviting;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.SentForm;
import se.samverkan.statistics.Indicators;

/** The frozen basis of a round: its versions, what it holds, what has been revised since, and the text itself. */
@Controller
@RequestMapping("/selection/{round}/basis")
class BasisController {

    private static final int MOST_REVISED = 200;
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final SelectionRounds rounds;
    private final Freezing freezing;
    private final Revisions revisions;
    private final Inviting inviting;
    private final OnceOnPage once;
    private final Indicators indicators;
    private final PageSource source;

    BasisController(
            SelectionRounds rounds,
            Freezing freezing,
            Revisions revisions,
            Inviting inviting,
            OnceOnPage once,
            Indicators indicators,
            PageSource source) {
        this.rounds = rounds;
        this.freezing = freezing;
        this.revisions = revisions;
        this.inviting = inviting;
        this.once = once;
        this.indicators = indicators;
        this.source = source;
    }

    @GetMapping
    String show(@PathVariable long round, HttpServletRequest request, Model model) {
        return page(round, FormErrors.none(), request, model);
    }

    @PostMapping
    String freeze(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        rounds.roundToPrepare(round);
        return once.does(
                SentForm.of(fields),
                () -> freezing.freeze(round),
                address(round),
                errors -> page(round, errors, request, model),
                response);
    }

    @PostMapping("/{version}/leave")
    String leave(
            @PathVariable long round,
            @PathVariable int version,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> freezing.leave(round, version, sent.text("reason")),
                "/selection/" + round,
                errors -> page(round, errors, request, model),
                response);
    }

    @GetMapping("/{version}/basis.txt")
    ResponseEntity<byte[]> text(@PathVariable long round, @PathVariable int version) {
        return OnceOnPage.file("basis.txt", TEXT, Utf8.bytes(freezing.text(round, version)));
    }

    private String page(long round, FormErrors errors, HttpServletRequest request, Model model) {
        var versions = freezing.versions(round);
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("versions", versions);
        model.addAttribute("stage", rounds.stage(round));
        model.addAttribute("invited", inviting.numbers(round));
        model.addAttribute("errors", errors);
        model.addAttribute("naming", new Naming(indicators, source.of(request).words()));
        if (!versions.isEmpty()) {
            var revised = revisions.since(versions.getFirst());
            model.addAttribute(
                    "units", freezing.units(round, versions.getFirst().version()));
            model.addAttribute("revised", revised.stream().limit(MOST_REVISED).toList());
            model.addAttribute("revisedCount", revised.size());
        }
        return "selection/allotment/basis";
    }

    private static String address(long round) {
        return "/selection/" + round + "/basis";
    }
}
