package se.samverkan.organisation.keeping;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.Succession;
import se.samverkan.organisation.Particulars.SuccessionKind;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** What came before and after a unit: a list for everybody, forms for those who may. */
@Controller
@RequestMapping("/units/{key}/succession")
class SuccessionController {

    private static final List<String> COMPARED = List.of("other", "day", "note");
    private static final int LONGEST_NOTE = 2_000;

    private final KeptPages pages;
    private final Successions successions;
    private final Particulars particulars;
    private final Directory directory;
    private final SentForms sentForms;

    SuccessionController(
            KeptPages pages,
            Successions successions,
            Particulars particulars,
            Directory directory,
            SentForms sentForms) {
        this.pages = pages;
        this.successions = successions;
        this.particulars = particulars;
        this.directory = directory;
        this.sentForms = sentForms;
    }

    @GetMapping
    String list(@PathVariable String key, @RequestParam(defaultValue = "0") long removed, Model model) {
        UnitView unit = pages.unit(key);
        pages.describe(Kept.SUCCESSION, unit.organiser(), removed, model);
        model.addAttribute("unit", unit);
        model.addAttribute("successions", particulars.successions(unit.id()));
        model.addAttribute("history", particulars.history(unit.id()));
        return "organisation/keeping/successions";
    }

    @GetMapping("/new")
    String empty(@PathVariable String key, Model model) {
        UnitView unit = pages.unit(key);
        pages.requireRight(Kept.SUCCESSION, unit.organiser());
        SentForm form =
                SentForm.empty().with("kind", SuccessionKind.MERGED.name()).with("direction", "after");
        return form(unit, 0, FormAgain.shown(form), model);
    }

    @PostMapping
    String add(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        return save(pages.unit(key), 0, SentForm.of(fields), model, response);
    }

    @GetMapping("/{id}")
    String filled(@PathVariable String key, @PathVariable long id, Model model) {
        UnitView unit = pages.unit(key);
        pages.requireRight(Kept.SUCCESSION, unit.organiser());
        return form(unit, id, FormAgain.shown(now(unit, id)), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        return save(pages.unit(key), id, SentForm.of(fields), model, response);
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String key, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        UnitView unit = pages.unit(key);
        SentForm sent = SentForm.of(fields);
        return "redirect:"
                + sentForms.once(sent.token(), () -> {
                    successions.remove(unit.organiser().id(), id, sent.version());
                    return address(unit) + "?removed=" + id;
                });
    }

    /** @param id 0 for something new */
    private String save(UnitView unit, long id, SentForm sent, Model model, HttpServletResponse response) {
        pages.requireRight(Kept.SUCCESSION, unit.organiser());
        Optional<UnitView> other = other(unit, sent);
        FormErrors errors = errors(sent, other);
        if (!errors.isEmpty() || other.isEmpty()) {
            return form(unit, id, FormAgain.refused(sent, errors, response), model);
        }
        Successions.Said said = said(unit, other.get(), sent);
        try {
            return "redirect:"
                    + sentForms.once(sent.token(), () -> {
                        if (id == 0) {
                            successions.add(unit.organiser().id(), said);
                        } else {
                            successions.change(unit.organiser().id(), unit, id, sent.version(), said);
                        }
                        return address(unit);
                    });
        } catch (Refusal refusal) {
            return form(unit, id, FormAgain.of(refusal, sent, () -> now(unit, id), COMPARED, response), model);
        }
    }

    private String form(UnitView unit, long id, FormAgain again, Model model) {
        model.addAttribute("unit", unit);
        model.addAttribute("id", id);
        model.addAttribute("again", again);
        return "organisation/keeping/succession";
    }

    /** A unit that moved names no other: it is the same one. */
    private Optional<UnitView> other(UnitView unit, SentForm sent) {
        String key = sent.text("other").replace(" ", "");
        return key.isEmpty() && kind(sent) == SuccessionKind.MOVED ? Optional.of(unit) : directory.unit(key);
    }

    private static Successions.Said said(UnitView unit, UnitView other, SentForm sent) {
        boolean after = sent.text("direction").equals("after");
        LocalDate day = sent.day("day").orElseThrow();
        return new Successions.Said(kind(sent), after ? unit : other, after ? other : unit, day, sent.text("note"));
    }

    private SentForm now(UnitView unit, long id) {
        Succession one = successions.succession(unit, id);
        boolean after = one.isAfter(unit.key());
        String other = after ? one.after().key() : one.before().key();
        return SentForm.ofVersion(one.version())
                .with("kind", one.kind().name())
                .with("direction", after ? "after" : "before")
                .with("other", other.equals(unit.key()) ? "" : other)
                .with("day", one.day().toString())
                .with("note", one.note());
    }

    private static SuccessionKind kind(SentForm sent) {
        for (SuccessionKind kind : SuccessionKind.values()) {
            if (kind.name().equals(sent.text("kind"))) {
                return kind;
            }
        }
        throw Refusal.malformed("refusal.form-incomplete");
    }

    private static FormErrors errors(SentForm sent, Optional<UnitView> other) {
        FormErrors errors = FormErrors.none();
        if (sent.text("other").isEmpty() && other.isEmpty()) {
            errors = errors.with("other", "succession.refusal.other-missing");
        } else if (other.isEmpty()) {
            errors = errors.with("other", "succession.refusal.other-unknown", sent.text("other"));
        }
        errors = KeptFields.day(errors, sent, "day");
        if (sent.text("note").isEmpty()) {
            return errors.with("note", "succession.refusal.note-missing");
        }
        return sent.text("note").length() > LONGEST_NOTE
                ? errors.with("note", "succession.refusal.note-long", LONGEST_NOTE)
                : errors;
    }

    private static String address(UnitView unit) {
        return "/units/" + unit.key() + "/succession";
    }
}
