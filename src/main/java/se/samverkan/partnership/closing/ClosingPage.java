package se.samverkan.partnership.closing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** The page of a closing, before and after, wherever it is shown from. */
@Component
class ClosingPage {

    private final CaseClosing closing;
    private final LivingOn livingOn;
    private final StoredClosings store;
    private final Progress progress;
    private final Rights rights;

    ClosingPage(CaseClosing closing, LivingOn livingOn, StoredClosings store, Progress progress, Rights rights) {
        this.closing = closing;
        this.livingOn = livingOn;
        this.store = store;
        this.progress = progress;
        this.rights = rights;
    }

    @Transactional(readOnly = true)
    public String show(long id, Model model) {
        return show(id, Optional.empty(), FormErrors.none(), model);
    }

    /**
     * The page.
     *
     * @param again the form of the decision, where it comes back
     * @param errors what was wrong with another form of the page
     */
    @Transactional(readOnly = true)
    public String show(long id, Optional<FormAgain> again, FormErrors errors, Model model) {
        PartnershipView view = closing.partnership(id);
        Optional<Closed> closed = store.closed(id);
        if (closed.isEmpty() && !livingOn.mayPlan(view)) {
            throw Refusal.notAllowed("refusal.verb.COORDINATE_PARTNERSHIP");
        }
        model.addAttribute("view", view);
        model.addAttribute("livesOn", store.livesOn(id));
        model.addAttribute("became", store.became(id));
        model.addAttribute("today", closing.today());
        model.addAttribute("errors", errors);
        model.addAttribute("again", again.orElseGet(() -> first(view)));
        if (closed.isPresent()) {
            model.addAttribute("closed", closed.get());
            archive(id, model);
            model.addAttribute(
                    "mayArchive", closing.mayClose(view) && rights.allow(Verb.MAKE_ARCHIVE_PACKAGE, view.owner()));
            return "partnership/closing/closed";
        }
        model.addAttribute("conditions", closing.conditions(view));
        model.addAttribute("mayClose", closing.mayClose(view));
        model.addAttribute("can", CaseClosing.canClose(view));
        return "partnership/closing/closing";
    }

    /** How far the package has come, as a part of the page that looks again by itself. */
    @Transactional(readOnly = true)
    public void archive(long id, Model model) {
        Optional<ArchiveState> archive = store.archive(id);
        model.addAttribute("archive", archive);
        model.addAttribute(
                "progress",
                archive.filter(ArchiveState::isWaiting)
                        .flatMap(ArchiveState::progress)
                        .flatMap(progress::find));
    }

    private FormAgain first(PartnershipView view) {
        return FormAgain.shown(
                SentForm.ofVersion(view.version()).with("day", closing.today().toString()));
    }
}
