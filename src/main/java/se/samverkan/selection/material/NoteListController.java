package se.samverkan.selection.material;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** Many pieces of the Inspectorate's material at once, as a CSV file: tried out first, then taken in whole. */
@Controller
@RequestMapping("/selection/{round}/notes/list")
class NoteListController {

    private static final int LARGEST = 1024 * 1024;

    private final SelectionRounds rounds;
    private final InspectorateNotes notes;
    private final SentForms sentForms;

    NoteListController(SelectionRounds rounds, InspectorateNotes notes, SentForms sentForms) {
        this.rounds = rounds;
        this.notes = notes;
        this.sentForms = sentForms;
    }

    @GetMapping
    String choose(@PathVariable long round, Model model) {
        return page(round, FormErrors.none(), model);
    }

    /** Reads the file and says what it would bring; the page carries it to be taken in. */
    @PostMapping("/trial")
    String tryOut(
            @PathVariable long round,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        rounds.roundToPrepare(round);
        if (file == null || file.isEmpty()) {
            return refused(round, Refusal.rule("selection.refusal.no-list"), response, model);
        }
        if (file.getSize() > LARGEST) {
            return refused(round, Refusal.rule("selection.refusal.list-large"), response, model);
        }
        return shown(round, file.getBytes(), FormErrors.none(), response, model);
    }

    @PostMapping
    String take(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        rounds.roundToPrepare(round);
        SentForm sent = SentForm.of(fields);
        byte[] csv = decoded(sent.text("csv"));
        try {
            return "redirect:"
                    + sentForms.once(sent.token(), () -> {
                        notes.addAll(round, csv, sent.text(FreeText.REASON_FIELD));
                        return "/selection/" + round + "/notes";
                    });
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(round, csv, FormErrors.of(refusal), response, model);
        }
    }

    private String shown(long round, byte[] csv, FormErrors errors, HttpServletResponse response, Model model) {
        NoteList list;
        try {
            list = notes.tryOut(round, csv);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE && refusal.kind() != Refusal.Kind.MALFORMED) {
                throw refusal;
            }
            return refused(round, refusal, response, model);
        }
        if (!list.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("list", list);
        model.addAttribute("csv", Base64.getEncoder().encodeToString(csv));
        return page(round, errors, model);
    }

    private String refused(long round, Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(round, FormErrors.none().with("file", refusal.reason(), refusal.details()), model);
    }

    private String page(long round, FormErrors errors, Model model) {
        model.addAttribute("round", rounds.roundToPrepare(round));
        model.addAttribute("errors", errors);
        return "selection/material/notelist";
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw Refusal.malformed("refusal.form-incomplete");
        }
    }
}
