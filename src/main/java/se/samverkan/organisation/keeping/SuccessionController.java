package se.samverkan.organisation.keeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.Succession;
import se.samverkan.organisation.Particulars.SuccessionKind;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** What came before and after a unit. */
@Controller
@RequestMapping("/units/{key}/succession")
class SuccessionController extends KeptController<UnitView> {

    private static final int LONGEST_NOTE = 2_000;

    private final Successions successions;
    private final Particulars particulars;
    private final Directory directory;

    SuccessionController(KeptPages pages, Successions successions, Particulars particulars, Directory directory) {
        super(Kept.SUCCESSION, pages, pages::unit, UnitView::organiser);
        this.successions = successions;
        this.particulars = particulars;
        this.directory = directory;
    }

    @Override
    String address(UnitView unit) {
        return "/units/" + unit.key() + "/succession";
    }

    @Override
    String list(UnitView unit, Model model) {
        model.addAttribute("unit", unit);
        model.addAttribute("successions", particulars.successions(unit.id()));
        model.addAttribute("history", particulars.history(unit.id()));
        return "organisation/keeping/successions";
    }

    @Override
    String form(UnitView unit, Model model) {
        model.addAttribute("unit", unit);
        return "organisation/keeping/succession";
    }

    @Override
    SentForm blank() {
        return SentForm.empty().with("kind", SuccessionKind.MERGED.name()).with("direction", "after");
    }

    @Override
    SentForm now(UnitView unit, long id) {
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

    @Override
    List<Compared> compared() {
        return List.of(
                Compared.choice("kind", "succession.kind."),
                Compared.choice("direction", "succession.order."),
                Compared.text("other"),
                Compared.text("day"),
                Compared.text("note"));
    }

    @Override
    FormErrors errors(UnitView unit, SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (other(unit, sent).isEmpty()) {
            errors = sent.text("other").isEmpty()
                    ? errors.with("other", "succession.refusal.other-missing")
                    : errors.with("other", "succession.refusal.other-unknown", sent.text("other"));
        }
        errors = KeptFields.day(errors, sent, "day");
        if (sent.text("note").isEmpty()) {
            return errors.with("note", "succession.refusal.note-missing");
        }
        return sent.text("note").length() > LONGEST_NOTE
                ? errors.with("note", "succession.refusal.note-long", LONGEST_NOTE)
                : FreeText.errors(errors, sent, "note");
    }

    @Override
    void add(UnitView unit, SentForm sent) {
        successions.add(unit.organiser().id(), said(unit, sent));
    }

    @Override
    void change(UnitView unit, long id, SentForm sent) {
        successions.change(unit.organiser().id(), unit, id, sent.version(), said(unit, sent));
    }

    /** A unit that moved names no other: it is the same one. */
    private Optional<UnitView> other(UnitView unit, SentForm sent) {
        String key = sent.text("other").replace(" ", "");
        return key.isEmpty() && kind(sent) == SuccessionKind.MOVED ? Optional.of(unit) : directory.unit(key);
    }

    private Successions.Said said(UnitView unit, SentForm sent) {
        UnitView other = other(unit, sent).orElseThrow();
        boolean after = sent.text("direction").equals("after");
        LocalDate day = sent.day("day").orElseThrow();
        return new Successions.Said(
                kind(sent), after ? unit : other, after ? other : unit, day, FreeText.of(sent, "note"));
    }

    private static SuccessionKind kind(SentForm sent) {
        for (SuccessionKind kind : SuccessionKind.values()) {
            if (kind.name().equals(sent.text("kind"))) {
                return kind;
            }
        }
        throw Refusal.malformed("refusal.form-incomplete");
    }
}
