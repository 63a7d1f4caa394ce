package se.samverkan.organisation.keeping;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Bin;
import se.samverkan.shared.DoorKeeper;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What the pages of kept things have in common: whose they are, whether the reader may change them, what was just removed. */
@Component
class KeptPages {

    private final Directory directory;
    private final DoorKeeper doors;
    private final List<Bin> bins;
    private final KeptRows rows;
    private final Saving saving;
    private final SentForms sentForms;

    KeptPages(
            Directory directory, DoorKeeper doors, List<Bin> bins, KeptRows rows, Saving saving, SentForms sentForms) {
        this.directory = directory;
        this.doors = doors;
        this.bins = bins;
        this.rows = rows;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    OrganiserView organiser(String key) {
        return directory.organiser(key).orElseThrow(Refusal::notSeen);
    }

    UnitView unit(String key) {
        return directory.unit(key).orElseThrow(Refusal::notSeen);
    }

    /** Before a form is shown. */
    void requireRight(Kept kept, OrganiserView organiser) {
        doors.require(kept.verb(), organiser.id());
    }

    /** What a list says of its reader and of what the reader just did. */
    void describe(Kept kept, OrganiserView organiser, long removed, Model model) {
        boolean mayChange = doors.allows(kept.verb(), organiser.id());
        model.addAttribute("organiser", organiser);
        model.addAttribute("mayChange", mayChange);
        model.addAttribute("removed", mayChange ? justRemoved(kept, organiser, removed) : Optional.empty());
    }

    String save(SentForm sent, Saving.Form form, HttpServletResponse response) {
        return saving.save(sent, form, response);
    }

    /** Into the bin, and back to the list, where it can be undone. */
    String remove(Kept kept, OrganiserView organiser, long id, SentForm sent, String list) {
        return "redirect:"
                + sentForms.once(sent.token(), () -> {
                    rows.remove(kept, organiser.id(), id, sent.version());
                    return list + "?removed=" + id;
                });
    }

    private Optional<Bin.Removed> justRemoved(Kept kept, OrganiserView organiser, long id) {
        return bins.stream()
                .filter(bin -> bin.type().equals(kept.type()))
                .flatMap(bin -> bin.removed(organiser.id()).stream())
                .filter(one -> one.id() == id)
                .findFirst();
    }
}
